package dev.perennial.dashboard.tenant;

import dev.perennial.dashboard.projection.Fields;
import dev.perennial.domain.Money;
import dev.perennial.domain.rate.Movement.Kind;
import java.time.YearMonth;

/**
 * How the run rate of a category moved in a month.
 *
 * @param amount above zero
 * @param subscriptions how many times a subscription moved so
 */
record Movement(YearMonth month, Kind kind, String category, Money amount, long subscriptions) {

  static Movement read(YearMonth month, Fields fields) {
    return new Movement(
        month,
        fields.constant("kind", Kind.class),
        fields.text("category"),
        fields.money("amount"),
        fields.integer("subscriptions"));
  }

  Money signed() {
    return kind.isGrowth() ? amount : amount.negated();
  }
}
