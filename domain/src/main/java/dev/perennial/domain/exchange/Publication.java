package dev.perennial.domain.exchange;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The rates that count for one base and date.
 *
 * @param receivedAt when they came in
 */
public record Publication(ExchangeRates rates, Instant receivedAt) {

  public Publication {
    requireNonNull(rates, "rates");
    requireNonNull(receivedAt, "receivedAt");
  }
}
