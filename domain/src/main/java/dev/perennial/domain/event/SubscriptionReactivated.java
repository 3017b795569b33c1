package dev.perennial.domain.event;

/** subscription.reactivated: an earlier cancellation no longer holds. */
public record SubscriptionReactivated() implements SubscriptionData {}
