package dev.perennial.notifier.destinations;

import static java.util.Objects.requireNonNull;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.SubscriberKey;

/** One address of a subscriber on one channel; e-mail is the only channel so far. */
record Destination(SubscriberKey subscriber, String destinationId, EmailAddress address) {

  static final String CHANNEL = "email";

  Destination {
    requireNonNull(subscriber, "subscriber");
    requireNonNull(destinationId, "destinationId");
    requireNonNull(address, "address");
  }

  String key() {
    return key(subscriber, destinationId);
  }

  static String key(SubscriberKey subscriber, String destinationId) {
    return CompositeKey.of(subscriber.tenantId(), subscriber.subscriberId(), destinationId);
  }
}
