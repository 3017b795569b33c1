package dev.perennial.domain.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * alert.snoozed: nothing more of the same is told for a while.
 *
 * @param until the local day at whose alert time it is told again
 */
public record AlertSnoozed(String alertId, LocalDate until) implements SubscriberData {

  public AlertSnoozed {
    requireNonNull(alertId, "alertId");
    requireNonNull(until, "until");
  }
}
