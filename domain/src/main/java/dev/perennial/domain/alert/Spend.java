package dev.perennial.domain.alert;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import dev.perennial.domain.period.Period;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber spent, by local day and category.
 *
 * @param counted in home amounts; where no home currency is known, as it was paid
 * @param unconverted as it was paid, for want of a rate; empty where no home currency is known
 */
public record Spend(List<Daily> counted, List<Daily> unconverted) {

  /**
   * @param amount below zero where more was refunded than paid
   */
  public record Daily(LocalDate day, String category, Money amount) {

    public Daily {
      requireNonNull(day, "day");
      requireNonNull(category, "category");
      requireNonNull(amount, "amount");
    }
  }

  public Spend {
    counted = List.copyOf(counted);
    unconverted = List.copyOf(unconverted);
  }

  /**
   * What counts towards a budget.
   *
   * @param category null for all
   */
  Money in(Period period, @Nullable String category, Currency currency) {
    return counted.stream()
        .filter(daily -> period.covers(daily.day()))
        .filter(daily -> category == null || category.equals(daily.category()))
        .map(Daily::amount)
        .filter(amount -> amount.currency().equals(currency))
        .reduce(Money.zero(currency), Money::plus);
  }

  /** All of it, an amount a currency, by currency code; none is zero. */
  List<Money> in(Period period) {
    return Money.added(
            Stream.concat(counted.stream(), unconverted.stream())
                .filter(daily -> period.covers(daily.day()))
                .map(Daily::amount))
        .stream()
        .filter(sum -> !sum.isZero())
        .toList();
  }
}
