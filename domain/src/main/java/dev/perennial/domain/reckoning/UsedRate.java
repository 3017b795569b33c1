package dev.perennial.domain.reckoning;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/** A published rate that a payment was converted by. */
public record UsedRate(Currency base, LocalDate date, String source, Instant receivedAt) {

  public UsedRate {
    requireNonNull(base, "base");
    requireNonNull(date, "date");
    requireNonNull(source, "source");
    requireNonNull(receivedAt, "receivedAt");
  }
}
