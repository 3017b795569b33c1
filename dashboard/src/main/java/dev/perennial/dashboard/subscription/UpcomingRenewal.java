package dev.perennial.dashboard.subscription;

import dev.perennial.domain.Money;
import java.time.LocalDate;

/**
 * A subscription's next renewal, seen from a day.
 *
 * @param daysLeft from that day to the due date; 0 on the due date itself
 */
public record UpcomingRenewal(
    Subscription subscription, Subscription.Renewal renewal, long daysLeft) {

  public LocalDate dueOn() {
    return renewal.dueOn();
  }

  public Money amount() {
    return renewal.amount();
  }
}
