package dev.perennial.domain.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * subscription.changed: some facets get a new value.
 *
 * @param effectiveOn first day of the new values; the local day of the event's time if absent
 */
public record SubscriptionChanged(Facets facets, @Nullable LocalDate effectiveOn)
    implements SubscriptionData {

  public SubscriptionChanged {
    requireNonNull(facets, "facets");
  }
}
