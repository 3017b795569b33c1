package dev.perennial.domain.event;

/** What concerns one subscription: its agreement, its life and its payments. */
public sealed interface SubscriptionData extends EventData
    permits SubscriptionStarted,
        SubscriptionChanged,
        ChangeWithdrawn,
        SubscriptionPaused,
        SubscriptionResumed,
        SubscriptionCancelled,
        SubscriptionReactivated,
        ChargeAnnounced,
        SubscriptionDeleted,
        PaymentData {}
