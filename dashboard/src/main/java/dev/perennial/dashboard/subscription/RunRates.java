package dev.perennial.dashboard.subscription;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toMap;

import dev.perennial.domain.Money;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

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
    return subscriptions.stream()
        .map(subscription -> subscription.cost().runRate())
        .filter(Objects::nonNull)
        .collect(
            collectingAndThen(
                toMap(
                    rate -> rate.currency().getCurrencyCode(),
                    Function.identity(),
                    Money::plus,
                    TreeMap::new),
                sums -> new RunRates(List.copyOf(sums.values()))));
  }

  public Optional<Money> in(Currency currency) {
    return sums.stream().filter(sum -> sum.currency().equals(currency)).findFirst();
  }
}
