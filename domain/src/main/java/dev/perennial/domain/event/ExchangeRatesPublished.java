package dev.perennial.domain.event;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.exchange.ExchangeRates;

/** exchange-rates.published: they hold for every tenant. */
public record ExchangeRatesPublished(ExchangeRates rates) implements ReferenceData {

  public ExchangeRatesPublished {
    requireNonNull(rates, "rates");
  }
}
