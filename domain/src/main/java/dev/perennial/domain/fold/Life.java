package dev.perennial.domain.fold;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The days on which nothing is due: pauses, and everything from a cancellation on. */
final class Life {

  /**
   * @param until first day after it; null while it is open
   */
  record Pause(LocalDate from, @Nullable LocalDate until) {

    boolean covers(LocalDate day) {
      return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
  }

  /**
   * Kept as it was meant: where a period ends depends on the schedule, which may change later.
   *
   * @param day on which it was cancelled
   * @param from first day on which nothing is due any more; null for the period's end
   */
  record Cancellation(LocalDate day, @Nullable LocalDate from) {}

  /**
   * Days without a pause.
   *
   * @param until first day behind them
   */
  record OpenSpan(LocalDate from, LocalDate until) {}

  private final List<Pause> pauses = new ArrayList<>();
  private @Nullable Cancellation cancellation;

  void pause(LocalDate day, @Nullable LocalDate resumesOn) {
    if (pauseOn(day).isEmpty() && (resumesOn == null || resumesOn.isAfter(day))) {
      pauses.add(new Pause(day, resumesOn));
    }
  }

  /**
   * @return whether there was a pause to end
   */
  boolean resume(LocalDate day) {
    Optional<Pause> running = pauseOn(day);
    running.ifPresent(pause -> pauses.set(pauses.indexOf(pause), new Pause(pause.from(), day)));
    return running.isPresent();
  }

  void cancel(Cancellation newCancellation) {
    cancellation = newCancellation;
  }

  void reactivate() {
    cancellation = null;
  }

  /** A new agreement under the same id ends what was left of the old one's pause. */
  void startAgain(LocalDate day) {
    resume(day);
    reactivate();
  }

  Optional<Pause> pauseOn(LocalDate day) {
    return pauses.stream().filter(pause -> pause.covers(day)).findFirst();
  }

  List<Pause> pauses() {
    return List.copyOf(pauses);
  }

  /** What the pauses leave of the days from one to another, the latter excluded. */
  List<OpenSpan> openSpans(LocalDate from, LocalDate until) {
    List<OpenSpan> open = new ArrayList<>();
    LocalDate at = from;
    for (Pause pause : pauses.stream().sorted(Comparator.comparing(Pause::from)).toList()) {
      LocalDate begins = pause.from().isBefore(until) ? pause.from() : until;
      if (at.isBefore(begins)) {
        open.add(new OpenSpan(at, begins));
      }
      LocalDate ends = pause.until() == null ? LocalDate.MAX : pause.until();
      at = at.isBefore(ends) ? ends : at;
    }
    if (at.isBefore(until)) {
      open.add(new OpenSpan(at, until));
    }
    return open;
  }

  Optional<Cancellation> cancellation() {
    return Optional.ofNullable(cancellation);
  }
}
