package dev.perennial.domain.charge;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import java.time.LocalDate;

/**
 * An upstream's own next date and amount. It stands in for the due date that the date belongs to.
 *
 * @param dueOn when it is due, by the upstream's calendar
 * @param amount what is due, not negative
 */
public record AnnouncedCharge(LocalDate dueOn, Money amount) {

  public AnnouncedCharge {
    requireNonNull(dueOn, "dueOn");
    if (amount.value().signum() < 0) {
      throw new IllegalArgumentException("An announced amount is not negative");
    }
  }

  Charge charge() {
    return new Charge(dueOn, amount, false);
  }
}
