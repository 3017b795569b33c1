package dev.perennial.domain;

import static java.util.Objects.requireNonNull;

/** Names one subscriber of one tenant; all of its records share a partition. */
public record SubscriberKey(String tenantId, String subscriberId) {

  public SubscriberKey {
    requireNonNull(tenantId, "tenantId");
    requireNonNull(subscriberId, "subscriberId");
  }

  public SubscriptionKey subscription(String subscriptionId) {
    return new SubscriptionKey(this, subscriptionId);
  }
}
