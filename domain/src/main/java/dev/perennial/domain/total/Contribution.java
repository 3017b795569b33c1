package dev.perennial.domain.total;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import dev.perennial.domain.exchange.Converted;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What one payment or refund adds to spend.
 *
 * @param day the payment's local day
 * @param amount negative for a refund
 * @param home the same in the subscriber's home currency
 * @param reporting the same in the tenant's currency
 */
public record Contribution(
    LocalDate day, String category, Money amount, Converted home, Converted reporting) {

  public Contribution {
    requireNonNull(day, "day");
    requireNonNull(category, "category");
    requireNonNull(amount, "amount");
    requireNonNull(home, "home");
    requireNonNull(reporting, "reporting");
  }

  /** Where neither a home currency nor the tenant's is known. */
  public static Contribution of(LocalDate day, String category, Money amount) {
    return new Contribution(
        day, category, amount, new Converted.Unasked(), new Converted.Unasked());
  }

  public YearMonth month() {
    return YearMonth.from(day);
  }

  public Contribution negated() {
    return new Contribution(day, category, amount.negated(), home.negated(), reporting.negated());
  }

  /** Whether rates of its day and of the week before decide what it comes to. */
  public boolean hangsOnRates() {
    return hangsOnRates(home) || hangsOnRates(reporting);
  }

  private boolean hangsOnRates(Converted converted) {
    return switch (converted) {
      case Converted.Unasked unasked -> false;
      case Converted.Amount other -> !other.amount().currency().equals(amount.currency());
      case Converted.Missing missing -> true;
    };
  }
}
