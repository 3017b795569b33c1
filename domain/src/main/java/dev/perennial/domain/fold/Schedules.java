package dev.perennial.domain.fold;

import dev.perennial.domain.Billing;
import dev.perennial.domain.calendar.BillingCalendar;
import dev.perennial.domain.forecast.Dated;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is due by the billings alone, whatever pauses or ends it; each holds until the next. */
final class Schedules {

  /**
   * @param firstIndex 0, or 1 where counting began again on a day that itself is not due
   */
  private record Schedule(Billing billing, long firstIndex) {}

  /**
   * @param endless without the end that the next one sets
   */
  private record Segment(
      LocalDate begins, LocalDate ends, Billing billing, BillingCalendar endless) {

    boolean holdsOn(LocalDate day) {
      return !day.isBefore(begins) && day.isBefore(ends);
    }

    Optional<LocalDate> onOrAfter(LocalDate day) {
      LocalDate from = day.isBefore(begins) ? begins : day;
      return endless.onOrAfter(from).filter(this::holdsOn);
    }

    Optional<LocalDate> onOrBefore(LocalDate day) {
      return endless.endingBefore(ends).onOrBefore(day).filter(this::holdsOn);
    }
  }

  private final Timeline<LocalDate, Schedule> timeline = new Timeline<>();

  /** Derived from the timeline when first asked about; null after every addition. */
  private @Nullable List<Segment> segments;

  /** From a day on, the billing holds, its anchor included. */
  void add(LocalDate from, Billing billing) {
    add(from, new Schedule(billing, 0));
  }

  /** From a day on, the billing of that day holds, counted from the day, which is not due. */
  void countAgainFrom(LocalDate day) {
    Billing billing = billingOn(day);
    if (billing != null) {
      add(day, new Schedule(billing.withAnchor(day), 1));
    }
  }

  private void add(LocalDate from, Schedule schedule) {
    timeline.add(from, schedule);
    segments = null;
  }

  @Nullable Billing billingOn(LocalDate day) {
    Schedule schedule = timeline.at(day);
    return schedule == null ? null : schedule.billing();
  }

  Optional<LocalDate> onOrAfter(LocalDate day) {
    return segments().stream().flatMap(segment -> segment.onOrAfter(day).stream()).findFirst();
  }

  Optional<LocalDate> onOrBefore(LocalDate day) {
    return segments().reversed().stream()
        .flatMap(segment -> segment.onOrBefore(day).stream())
        .findFirst();
  }

  /** Whether a day lies within half a period of a due date, by the billing that holds there. */
  boolean reaches(LocalDate dueOn, LocalDate day) {
    long distance = Math.abs(ChronoUnit.DAYS.between(dueOn, day));
    return segments().stream()
        .anyMatch(
            segment ->
                segment.holdsOn(dueOn) && distance <= segment.billing().period().reachInDays());
  }

  /**
   * The n-th due date outside of pauses, counted from where the billing of a day begins.
   *
   * @param n from 1
   */
  Optional<LocalDate> nth(int n, LocalDate day, Life life) {
    long left = n;
    for (Segment segment : segmentsFrom(day)) {
      for (Life.OpenSpan open : life.openSpans(segment.begins(), segment.ends())) {
        long here = segment.endless().count(open.from(), open.until().minusDays(1));
        if (here >= left) {
          return segment.endless().nth(open.from(), (int) left);
        }
        left -= here;
      }
    }
    return Optional.empty();
  }

  private List<Segment> segmentsFrom(LocalDate day) {
    return segments().stream().filter(segment -> day.isBefore(segment.ends())).toList();
  }

  /** Every billing by its first day. */
  List<Dated<Billing>> billings() {
    return timeline.segments().stream()
        .map(entry -> new Dated<>(entry.from(), entry.value().billing()))
        .toList();
  }

  /** The days from which it is counted again, which are not due. */
  Stream<LocalDate> countedAgain() {
    return timeline.segments().stream()
        .filter(entry -> entry.value().firstIndex() > 0)
        .map(Timeline.Entry::from);
  }

  void forEachStart(Consumer<LocalDate> consumer) {
    timeline.forEachStart(consumer);
  }

  private List<Segment> segments() {
    if (segments == null) {
      segments = segmentsOf(timeline.segments());
    }
    return segments;
  }

  private static List<Segment> segmentsOf(List<Timeline.Entry<LocalDate, Schedule>> entries) {
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Schedule schedule = entries.get(i).value();
      // The first billing holds before its own day too: facts of an import come late.
      LocalDate begins = i == 0 ? LocalDate.MIN : entries.get(i).from();
      LocalDate ends = i + 1 == entries.size() ? LocalDate.MAX : entries.get(i + 1).from();
      BillingCalendar calendar = new BillingCalendar(schedule.billing(), schedule.firstIndex());
      segments.add(new Segment(begins, ends, schedule.billing(), calendar));
    }
    return segments;
  }
}
