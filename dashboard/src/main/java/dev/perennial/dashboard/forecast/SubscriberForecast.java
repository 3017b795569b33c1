package dev.perennial.dashboard.forecast;

import dev.perennial.domain.forecast.Horizon;
import java.util.List;

/**
 * What all subscriptions of a subscriber will cost. Sums are of all charges, whatever the list
 * leaves out.
 *
 * @param currencies by code; only those in which something is due
 * @param charges the soonest first, as many as were asked for
 * @param chargesInAll how many there are
 */
public record SubscriberForecast(
    Horizon horizon,
    List<CurrencyForecast> currencies,
    List<ForecastCharge> charges,
    int chargesInAll) {

  public SubscriberForecast {
    currencies = List.copyOf(currencies);
    charges = List.copyOf(charges);
  }
}
