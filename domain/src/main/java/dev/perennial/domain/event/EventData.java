package dev.perennial.domain.event;

/** The content of an event; each record below is one event type. */
public sealed interface EventData permits SubscriptionData, SubscriberData, ReferenceData {}
