package dev.perennial.domain.event;

import static java.util.Objects.requireNonNull;

/** alert.acknowledged: the subscriber has seen it, and need not be told of the same again. */
public record AlertAcknowledged(String alertId) implements SubscriberData {

  public AlertAcknowledged {
    requireNonNull(alertId, "alertId");
  }
}
