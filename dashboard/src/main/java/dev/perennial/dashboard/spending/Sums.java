package dev.perennial.dashboard.spending;

import dev.perennial.domain.Money;
import java.util.Currency;
import java.util.stream.Stream;

/** Adds amounts of one currency and passes over all others. */
final class Sums {

  private Sums() {}

  static Money of(Currency currency, Stream<Money> amounts) {
    return amounts
        .filter(amount -> amount.currency().equals(currency))
        .reduce(Money.zero(currency), Money::plus);
  }
}
