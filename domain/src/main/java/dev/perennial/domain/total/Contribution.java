package dev.perennial.domain.total;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What one payment or refund adds to spend.
 *
 * @param day the payment's local day
 * @param amount negative for a refund
 */
public record Contribution(LocalDate day, String category, Money amount) {

  public Contribution {
    requireNonNull(day, "day");
    requireNonNull(category, "category");
    requireNonNull(amount, "amount");
  }

  public YearMonth month() {
    return YearMonth.from(day);
  }

  public Contribution negated() {
    return new Contribution(day, category, amount.negated());
  }
}
