package dev.perennial.contracts.alert;

import static java.util.Objects.requireNonNull;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.SubscriberKey;
import java.time.Instant;

/**
 * subscriber.erased: forget this subscriber, whatever it was told and wherever it wanted to be
 * told. What follows it on the topic belongs to a new life.
 *
 * @param erasedAt the floor: facts up to this moment are forgotten
 */
public record SubscriberErased(SubscriberKey subscriber, Instant erasedAt) implements AlertMessage {

  public SubscriberErased {
    requireNonNull(subscriber, "subscriber");
    requireNonNull(erasedAt, "erasedAt");
  }

  /** One for each subscriber and floor, of nothing that the record's key does not say already. */
  @Override
  public String id() {
    return CompositeKey.of(subscriber.tenantId(), subscriber.subscriberId(), erasedAt.toString());
  }
}
