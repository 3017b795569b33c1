package dev.perennial.domain.fold;

import java.time.LocalDate;
import java.util.ArrayList;
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

  private final List<Pause> pauses = new ArrayList<>();
  private @Nullable LocalDate cancelledFrom;

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

  void cancelFrom(LocalDate day) {
    cancelledFrom = day;
  }

  void reactivate() {
    cancelledFrom = null;
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

  Optional<LocalDate> cancelledFrom() {
    return Optional.ofNullable(cancelledFrom);
  }
}
