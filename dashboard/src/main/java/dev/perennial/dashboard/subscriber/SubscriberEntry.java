package dev.perennial.dashboard.subscriber;

import io.swagger.v3.oas.annotations.media.Schema;

/** A line of the list of subscribers. */
public record SubscriberEntry(
    @Schema(example = "alice") String subscriberId,
    @Schema(description = "How many subscriptions are known, ended ones included", example = "7")
        int subscriptions) {}
