package dev.perennial.domain.event;

/** subscription.deleted: what is known of the subscription up to the event's time is forgotten. */
public record SubscriptionDeleted() implements SubscriptionData {}
