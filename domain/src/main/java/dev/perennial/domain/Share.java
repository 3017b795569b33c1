package dev.perennial.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Which part of a price is the subscriber's.
 *
 * @param part 1 to {@code of}
 * @param of 1 to 1,000
 */
public record Share(int part, int of) {

  public static final int MAX_OF = 1_000;

  public Share {
    if (of < 1 || of > MAX_OF) {
      throw new IllegalArgumentException("A share is of 1 to 1000 parts, not " + of);
    }
    if (part < 1 || part > of) {
      throw new IllegalArgumentException("A share is 1 to " + of + " parts, not " + part);
    }
  }

  /** The part of an amount, rounded to the currency's own digits, half to even. */
  public Money in(Money amount) {
    BigDecimal value =
        amount
            .value()
            .multiply(BigDecimal.valueOf(part))
            .divide(
                BigDecimal.valueOf(of), Money.scaleOf(amount.currency()), RoundingMode.HALF_EVEN);
    return new Money(value, amount.currency());
  }
}
