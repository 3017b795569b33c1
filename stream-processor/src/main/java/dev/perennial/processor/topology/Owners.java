package dev.perennial.processor.topology;

import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.fold.Floor;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.processor.state.SubscriberMemory;

/** Subscribers as their own facts, and what their tenants have said for them, make them. */
final class Owners {

  private final Tenants tenants;
  private final Erasures erasures;

  Owners(Tenants tenants, Erasures erasures) {
    this.tenants = tenants;
    this.erasures = erasures;
  }

  Subscriber of(SubscriberKey key, SubscriberMemory memory) {
    return Subscriber.of(memory.facts().log().facts(), tenants.of(key.tenantId()));
  }

  /** Up to when all of a subscriber is forgotten. */
  Floor floorOf(SubscriberKey key) {
    return erasures.of(key).floor();
  }
}
