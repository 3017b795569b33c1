package dev.perennial.domain.exchange;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/**
 * The rate that an amount was converted by.
 *
 * @param source who published it
 * @param from how much of the amount's own currency one base was worth
 * @param to how much of the other currency one base was worth
 * @param receivedAt when the rate came in
 */
public record AppliedRate(
    Currency base,
    LocalDate date,
    String source,
    BigDecimal from,
    BigDecimal to,
    Instant receivedAt) {

  public AppliedRate {
    requireNonNull(base, "base");
    requireNonNull(date, "date");
    requireNonNull(source, "source");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    requireNonNull(receivedAt, "receivedAt");
  }

  /** Exact but for one rounding, to the other currency's own digits, half to even. */
  Money convert(Money amount, Currency other) {
    BigDecimal value =
        amount.value().multiply(to).divide(from, Money.scaleOf(other), RoundingMode.HALF_EVEN);
    return new Money(value, other);
  }
}
