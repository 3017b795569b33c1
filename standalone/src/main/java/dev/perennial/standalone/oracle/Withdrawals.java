package dev.perennial.standalone.oracle;

import java.util.List;
import java.util.Optional;

/** Changes that were taken back by their source. */
final class Withdrawals {

  private final List<Happening> withdrawals;
  private final List<Happening> changes;
  private final Owner owner;

  /** The events that are left. */
  final List<Happening> rest;

  /**
   * @param counted one subscription's events that count under their ids
   */
  Withdrawals(List<Happening> counted, Owner owner) {
    this.owner = owner;
    // A withdrawal changes nothing itself: there is nothing in it to withdraw.
    withdrawals = counted.stream().filter(event -> withdrawn(event).isPresent()).toList();
    changes =
        counted.stream()
            .filter(event -> event.is("subscription.changed") && withdrawn(event).isEmpty())
            .toList();
    rest = counted.stream().filter(event -> !isWithdrawn(event)).toList();
  }

  private static Optional<Object> withdrawn(Happening happening) {
    return happening.is("subscription.changed")
        ? Optional.ofNullable(happening.data().get("withdraws"))
        : Optional.empty();
  }

  private boolean isWithdrawn(Happening happening) {
    return changes.contains(happening)
        && withdrawals.stream()
            .anyMatch(other -> aims(other, happening) && isInTime(other, happening));
  }

  private static boolean aims(Happening withdrawal, Happening change) {
    return withdrawal.source().equals(change.source())
        && withdrawn(withdrawal).filter(change.id()::equals).isPresent();
  }

  /** What is in force already stays. */
  private boolean isInTime(Happening withdrawal, Happening change) {
    return owner.dayOf(withdrawal.time()).isBefore(change.firstDay(owner.dayOf(change.time())));
  }

  /** Whether it takes back what its source never said. */
  boolean missesItsChange(Happening happening) {
    return withdrawals.contains(happening)
        && changes.stream().noneMatch(change -> aims(happening, change));
  }
}
