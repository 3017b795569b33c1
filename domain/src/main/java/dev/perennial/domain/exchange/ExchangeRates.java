package dev.perennial.domain.exchange;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * What was published for one base and date.
 *
 * @param rates how much of a currency one base is; above zero, without the base itself
 * @param source who says so
 */
public record ExchangeRates(
    Currency base, LocalDate date, Map<Currency, BigDecimal> rates, String source) {

  public ExchangeRates {
    requireNonNull(base, "base");
    requireNonNull(date, "date");
    requireNonNull(source, "source");
    rates = Map.copyOf(rates);
    if (rates.isEmpty() || rates.containsKey(base)) {
      throw new IllegalArgumentException("Rates are those of other currencies");
    }
    if (rates.values().stream().anyMatch(rate -> rate.signum() <= 0)) {
      throw new IllegalArgumentException("A rate is above zero");
    }
  }

  /** How much of a currency one base is; of the base itself 1. */
  public Optional<BigDecimal> of(Currency currency) {
    return currency.equals(base)
        ? Optional.of(BigDecimal.ONE)
        : Optional.ofNullable(rates.get(currency));
  }
}
