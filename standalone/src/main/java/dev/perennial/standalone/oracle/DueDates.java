package dev.perennial.standalone.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something is scheduled to be due: under every billing rule, but in no pause.
 */
final class DueDates {

  /**
   * @param until first day after it; null while nobody has ended it
   */
  record Pause(LocalDate from, @Nullable LocalDate until) {
    boolean lasts() {
      return until == null;
    }

    boolean covers(LocalDate day) {
      return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
  }

  private final Dated<Schedule> schedules = new Dated<>();
  private final List<Pause> pauses = new ArrayList<>();
  private final List<Pause> countedAgain = new ArrayList<>();
  private LocalDate lastStart = LocalDate.MIN;

  void start(LocalDate day) {
    lastStart = day;
    resume(day, false);
  }

  void bill(LocalDate from, Schedule schedule) {
    schedules.add(from, schedule);
  }

  void pause(LocalDate day, @Nullable LocalDate until) {
    if (pauseOn(day).isEmpty() && (until == null || until.isAfter(day))) {
      pauses.add(new Pause(day, until));
    }
  }

  void resume(LocalDate day, boolean countFromHere) {
    Optional<Pause> running = pauseOn(day);
    if (running.isEmpty()) {
      return;
    }
    pauses.remove(running.get());
    pauses.add(new Pause(running.get().from(), day));
    Schedule schedule = schedules.on(day);
    if (countFromHere && schedule != null) {
      schedules.add(day, schedule.from(day, 1));
      countedAgain.add(new Pause(day, day.plusDays(1)));
    }
  }

  Optional<Pause> pauseOn(LocalDate day) {
    return pauses.stream().filter(pause -> pause.covers(day)).findFirst();
  }

  /** Those that hold a day, and the days from which it was counted anew. */
  List<Pause> everyPause() {
    return Stream.concat(pauses.stream(), countedAgain.stream())
        .filter(pause -> pause.covers(pause.from()))
        .sorted(
            Comparator.comparing(Pause::from)
                .thenComparing(Pause::until, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  /** The first day of each billing rule. */
  List<LocalDate> firstDays() {
    return schedules.starts();
  }

  Schedule scheduleOn(LocalDate day) {
    return Objects.requireNonNull(schedules.on(day));
  }

  boolean isDue(LocalDate day) {
    Schedule schedule = schedules.on(day);
    return schedule != null && pauseOn(day).isEmpty() && schedule.hits(day);
  }

  /** All of them in their order; there is no last one unless a pause has no end. */
  Stream<LocalDate> all() {
    List<LocalDate> starts = new ArrayList<>(schedules.starts());
    starts.addFirst(LocalDate.MIN);
    starts.add(LocalDate.MAX);
    return IntStream.range(0, starts.size() - 1)
        .boxed()
        .flatMap(i -> between(starts.get(i), starts.get(i + 1)))
        .takeWhile(day -> pauses.stream().noneMatch(pause -> pause.lasts() && pause.covers(day)))
        .filter(day -> pauseOn(day).isEmpty());
  }

  /** Those of the rule that is in force from the one day until before the other. */
  private Stream<LocalDate> between(LocalDate from, LocalDate until) {
    Schedule schedule = schedules.on(from);
    return schedule == null
        ? Stream.of()
        : schedule.dates().dropWhile(day -> day.isBefore(from)).takeWhile(until::isAfter);
  }

  Stream<LocalDate> from(LocalDate day) {
    return all().dropWhile(due -> due.isBefore(day));
  }

  /**
   * The day on which one more than so many would be due, counted since the last start. Only where
   * that start's rule is the first there was, it reaches back to its anchor.
   */
  Optional<LocalDate> endAfter(int occurrences) {
    boolean first = schedules.starts().stream().noneMatch(lastStart::isAfter);
    return from(first ? LocalDate.MIN : lastStart).skip(occurrences).findFirst();
  }
}
