package dev.perennial.domain;

import static java.util.Objects.requireNonNull;

/** Names one subscription of one subscriber. */
public record SubscriptionKey(SubscriberKey subscriber, String subscriptionId) {

  public SubscriptionKey {
    requireNonNull(subscriber, "subscriber");
    requireNonNull(subscriptionId, "subscriptionId");
  }
}
