package dev.perennial.contracts.alert;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.SubscriberKey;
import java.time.Instant;

/**
 * alert.voided: what was announced no longer holds; whatever has not been sent must not be.
 *
 * @param id of the alert that is withdrawn
 * @param voidedAt the business clock when it was withdrawn
 */
public record AlertVoided(String id, SubscriberKey subscriber, Instant voidedAt)
    implements AlertMessage {

  public AlertVoided {
    requireNonNull(id, "id");
    requireNonNull(subscriber, "subscriber");
    requireNonNull(voidedAt, "voidedAt");
  }
}
