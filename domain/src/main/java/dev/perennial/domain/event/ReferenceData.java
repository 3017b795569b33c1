package dev.perennial.domain.event;

/** What belongs to no subscriber, and may change the figures of many. */
public sealed interface ReferenceData extends EventData
    permits TenantUpdated, ExchangeRatesPublished {}
