package dev.perennial.domain.charge;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * charge.announced: an upstream's own next date or amount. It stands in for the due date that the
 * date belongs to.
 *
 * @param dueOn when it is due, by the upstream's calendar
 * @param amount what is due; as agreed if absent
 */
public record AnnouncedCharge(LocalDate dueOn, @Nullable Money amount) {

  public AnnouncedCharge {
    requireNonNull(dueOn, "dueOn");
    if (amount != null && amount.value().signum() < 0) {
      throw new IllegalArgumentException("An announced amount is not negative");
    }
  }

  Charge over(Charge scheduled) {
    return new Charge(dueOn, amount == null ? scheduled.amount() : amount);
  }
}
