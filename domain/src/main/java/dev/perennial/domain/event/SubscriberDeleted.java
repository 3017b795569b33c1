package dev.perennial.domain.event;

/** subscriber.deleted: all that is known of the subscriber up to the event's time is forgotten. */
public record SubscriberDeleted() implements SubscriberData {}
