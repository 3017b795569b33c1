package dev.perennial.domain.fold;

import dev.perennial.domain.Money;
import dev.perennial.domain.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/**
 * What a price that varies is expected to be: the median of the last payments that went through.
 * One bill out of the row does not move it, as it would a mean.
 */
final class Estimate {

  private static final int PAYMENTS = 6;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final List<Payment> payments;

  /**
   * @param payments in the order of (paidAt, id)
   */
  Estimate(List<Payment> payments) {
    this.payments = payments;
  }

  /** A fixed price's own amount; one that varies is its own until something was paid. */
  Money amountOf(Price price) {
    return switch (price.kind()) {
      case FIXED -> price.amount();
      case VARIABLE -> median(price.amount());
    };
  }

  private Money median(Money agreed) {
    Currency currency = agreed.currency();
    List<BigDecimal> last =
        payments.reversed().stream()
            .filter(Payment::succeeded)
            .map(Payment::amount)
            .filter(amount -> amount.currency().equals(currency))
            .limit(PAYMENTS)
            .map(Money::value)
            .sorted()
            .toList();
    return last.isEmpty() ? agreed : new Money(median(last, Money.scaleOf(currency)), currency);
  }

  private static BigDecimal median(List<BigDecimal> sorted, int scale) {
    BigDecimal upper = sorted.get(sorted.size() / 2);
    BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
    return upper.add(lower).divide(TWO, scale, RoundingMode.HALF_EVEN);
  }
}
