package dev.perennial.dashboard.forecast;

import dev.perennial.domain.forecast.Horizon;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up charges as they come, so that a forecast of very many holds no more than its months, its
 * currencies and the charges that it is to list.
 */
final class ForecastSums {

  private final Horizon horizon;
  private final Smallest<ForecastCharge> soonest;
  private final Map<String, Map<YearMonth, MonthSums>> byCurrency = new TreeMap<>();
  private int charges;

  /**
   * @param listed so many charges are listed, at most
   */
  ForecastSums(Horizon horizon, int listed) {
    this.horizon = horizon;
    this.soonest = new Smallest<>(ForecastCharge.SOONEST_FIRST, listed);
  }

  void add(ForecastCharge charge) {
    Currency currency = charge.part().currency();
    byCurrency
        .computeIfAbsent(currency.getCurrencyCode(), code -> new HashMap<>())
        .computeIfAbsent(YearMonth.from(charge.due().dueOn()), month -> new MonthSums(currency))
        .add(charge);
    soonest.add(charge);
    charges++;
  }

  SubscriberForecast sum() {
    List<CurrencyForecast> currencies =
        byCurrency.entrySet().stream()
            .map(entry -> currency(Currency.getInstance(entry.getKey()), entry.getValue()))
            .toList();
    return new SubscriberForecast(horizon, currencies, soonest.inOrder(), charges);
  }

  private CurrencyForecast currency(Currency currency, Map<YearMonth, MonthSums> sums) {
    return new CurrencyForecast(
        currency,
        horizon.months().stream()
            .map(month -> sums.getOrDefault(month, new MonthSums(currency)).of(month))
            .toList());
  }
}
