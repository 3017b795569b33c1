package dev.perennial.domain.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * subscription.cancelled: the agreement ends on effectiveOn, or with the period that runs then, or
 * on the local day of the event's time. At the period's end is an intent: it is resolved whenever
 * state is derived.
 *
 * @param effectiveOn first day on which nothing is due any more; excludes atPeriodEnd
 */
public record SubscriptionCancelled(@Nullable LocalDate effectiveOn, boolean atPeriodEnd)
    implements SubscriptionData {

  public SubscriptionCancelled {
    if (effectiveOn != null && atPeriodEnd) {
      throw new IllegalArgumentException("Either effectiveOn or atPeriodEnd");
    }
  }
}
