package dev.perennial.domain.fold;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.SubscriberDeleted;
import dev.perennial.domain.event.SubscriptionData;
import dev.perennial.domain.event.SubscriptionDeleted;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What of one subscriber was erased, by its own deletion and by those of subscriptions.
 *
 * @param subscriber holds for all of its subscriptions, too
 * @param subscriptions the floors of those that were deleted themselves, by id
 */
public record Erasure(Floor subscriber, Map<String, Floor> subscriptions) {

  private static final Erasure NONE = new Erasure(Floor.none(), Map.of());

  public Erasure {
    requireNonNull(subscriber, "subscriber");
    subscriptions = Map.copyOf(subscriptions);
  }

  /**
   * @param events of one subscriber, in any order; all but deletions are passed over
   */
  public static Erasure of(Collection<Event> events) {
    Erasure erasure = NONE;
    for (Event event : events) {
      erasure = erasure.and(event);
    }
    return erasure;
  }

  private Erasure and(Event event) {
    Floor floor = new Floor(event.fact().time());
    if (event.fact().data() instanceof SubscriberDeleted) {
      return new Erasure(subscriber.and(floor), subscriptions);
    }
    if (event.fact().data() instanceof SubscriptionDeleted) {
      Map<String, Floor> more = new HashMap<>(subscriptions);
      more.merge(event.subject(), floor, Floor::and);
      return new Erasure(subscriber, more);
    }
    return this;
  }

  /** Up to when a subscription is forgotten. */
  public Floor floorOf(String subscriptionId) {
    return subscriber.and(subscriptions.getOrDefault(subscriptionId, Floor.none()));
  }

  /** The events that still say something: neither deletions nor what they have erased. */
  public List<Event> remaining(Collection<Event> events) {
    return events.stream().filter(event -> !isDeletion(event) && !erases(event)).toList();
  }

  private static boolean isDeletion(Event event) {
    EventData data = event.fact().data();
    return data instanceof SubscriptionDeleted || data instanceof SubscriberDeleted;
  }

  private boolean erases(Event event) {
    Floor floor =
        event.fact().data() instanceof SubscriptionData ? floorOf(event.subject()) : subscriber;
    return floor.covers(event.fact().time());
  }
}
