package dev.perennial.dashboard.subscription;

import dev.perennial.domain.Money;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a subscriber's subscriptions cost a month together, spread evenly, a currency at a time.
 * Sums of the amounts that the subscriptions show, so that whoever adds those up gets these.
 *
 * @param sums by currency, in the order of their codes
 */
public record RunRates(List<Money> sums) {

  public RunRates {
    sums = List.copyOf(sums);
  }

  public static RunRates of(List<Subscription> subscriptions) {
    return new RunRates(
        Money.added(
            subscriptions.stream()
                .map(subscription -> subscription.cost().runRate())
                .filter(Objects::nonNull)));
  }

  public Optional<Money> in(Currency currency) {
    return sums.stream().filter(sum -> sum.currency().equals(currency)).findFirst();
  }
}
