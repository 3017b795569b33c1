package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was told of one subscription, and what its owner answered. An alert is answered by its id,
 * once it was raised.
 */
final class Answers {

  /**
   * One telling of an occasion.
   *
   * @param lead days before the occasion's day, below 0 after it; 0 where there are none
   * @param revision how often it was told before, and is told again
   * @param fireAt when it was to be told
   */
  record Turn(int lead, int revision, Instant fireAt) {}

  private final List<Alert> told = new ArrayList<>();

  void add(Alert alert) {
    told.add(alert);
  }

  boolean isAcknowledged(Occasion occasion, Owner owner) {
    return of(occasion).anyMatch(alert -> owner.acknowledged.contains(alert.id()));
  }

  /** Whether something of the same charge, payment or date is to be silent yet. */
  boolean sleeps(Occasion occasion, Owner owner, Instant tick) {
    return told.stream()
        .filter(alert -> alert.occasion().subject().equals(occasion.subject()))
        .flatMap(alert -> waking(alert, owner).stream())
        .anyMatch(tick::isBefore);
  }

  /**
   * A lead is told once, where no later one was, and again after a snooze that ended since: it was
   * to come then.
   */
  Optional<Turn> nextTurn(Occasion occasion, int lead, Owner owner, Instant tick) {
    List<Alert> before = of(occasion).filter(alert -> alert.turn().lead() <= lead).toList();
    if (before.isEmpty()) {
      return Optional.of(new Turn(lead, 0, occasion.fireAt(lead, owner)));
    }
    Instant last = before.getLast().tick();
    return of(occasion)
        .flatMap(alert -> waking(alert, owner).stream())
        .filter(waking -> waking.isAfter(last) && !waking.isAfter(tick))
        .max(Comparator.naturalOrder())
        .map(waking -> new Turn(lead, timesTold(occasion, lead), waking));
  }

  private int timesTold(Occasion occasion, int lead) {
    return (int) of(occasion).filter(alert -> alert.turn().lead() == lead).count();
  }

  private static Optional<Instant> waking(Alert alert, Owner owner) {
    LocalDate until = owner.snoozed.get(alert.id());
    return Optional.ofNullable(until).map(day -> owner.fireAt(day, 0));
  }

  private Stream<Alert> of(Occasion occasion) {
    return told.stream().filter(alert -> alert.occasion().isSameAs(occasion));
  }

  /** Forgets all, and returns what may still be told. */
  List<Alert> forget(Instant at) {
    List<Alert> standing = told.stream().filter(alert -> alert.standsAt(at)).toList();
    told.clear();
    return standing;
  }
}
