package dev.perennial.domain.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * subscription.paused: nothing is due from the local day of the event's time.
 *
 * @param resumesOn first day after the pause, if it is known already
 */
public record SubscriptionPaused(@Nullable LocalDate resumesOn) implements SubscriptionData {}
