package dev.perennial.domain.event;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * subscription.started: an agreement to pay.
 *
 * @param facets name, price and billing are always present
 * @param trialEnds first paid day; it becomes the anchor
 */
public record SubscriptionStarted(Facets facets, @Nullable LocalDate trialEnds)
    implements SubscriptionData {

  public SubscriptionStarted {
    requireNonNull(facets.name(), "name");
    requireNonNull(facets.price(), "price");
    requireNonNull(facets.billing(), "billing");
  }
}
