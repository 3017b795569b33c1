package dev.perennial.dashboard.forecast;

import dev.perennial.domain.Money;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * What will be due in one currency.
 *
 * @param months all of the forecast's, in their order, at least one with a charge
 */
public record CurrencyForecast(Currency currency, List<MonthForecast> months) {

  public CurrencyForecast {
    months = List.copyOf(months);
  }

  /** The subscriber's part of all months. */
  public Money part() {
    return months.stream().map(MonthForecast::part).reduce(Money.zero(currency), Money::plus);
  }

  /** The month in which the subscriber's part is largest; of equal ones the first. */
  public MonthForecast largest() {
    return months.stream().max(Comparator.comparing(month -> month.part().value())).orElseThrow();
  }
}
