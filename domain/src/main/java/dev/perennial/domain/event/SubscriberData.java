package dev.perennial.domain.event;

/** What concerns a subscriber as a whole. */
public sealed interface SubscriberData extends EventData
    permits SubscriberUpdated, SubscriberDeleted, AlertAcknowledged, AlertSnoozed {}
