package dev.perennial.dashboard.tenant;

import dev.perennial.domain.Money;
import dev.perennial.domain.rate.Movement.Kind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How the run rate of some subscriptions went through a month. What it was at the start, and every
 * movement added or taken off, is what it was at the end.
 *
 * @param moved by kind, those that there are
 */
public record RunRateMonth(Money start, Map<Kind, Moved> moved, Money end) {

  /**
   * @param amount above zero
   * @param subscriptions how many times a subscription moved so
   */
  public record Moved(Money amount, long subscriptions) {

    private Moved plus(Moved other) {
      return new Moved(amount.plus(other.amount), subscriptions + other.subscriptions);
    }
  }

  public RunRateMonth {
    moved = Map.copyOf(moved);
  }

  /**
   * @param movements of the month, in the start's currency
   */
  static RunRateMonth of(Money start, List<Movement> movements) {
    Map<Kind, Moved> moved = new EnumMap<>(Kind.class);
    movements.forEach(
        movement ->
            moved.merge(
                movement.kind(),
                new Moved(movement.amount(), movement.subscriptions()),
                Moved::plus));
    return new RunRateMonth(start, moved, moved(start, movements));
  }

  /** What a run rate is after movements. */
  static Money moved(Money start, List<Movement> movements) {
    return movements.stream().map(Movement::signed).reduce(start, Money::plus);
  }

  boolean isNothing() {
    return start.isZero() && moved.isEmpty();
  }
}
