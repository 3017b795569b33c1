package dev.perennial.processor.topology;

import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.SubscriberData;
import dev.perennial.domain.event.SubscriberDeleted;
import dev.perennial.domain.event.SubscriptionDeleted;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Which facts of a history an erasure leaves, read off the whole of it. */
record Floors(List<Event> history) {

  boolean survives(Event event) {
    boolean deletion =
        event.fact().data() instanceof SubscriptionDeleted
            || event.fact().data() instanceof SubscriberDeleted;
    return !deletion && event.fact().time().isAfter(floor(event));
  }

  private Instant floor(Event event) {
    Instant whole = highest(other -> other.fact().data() instanceof SubscriberDeleted);
    Instant own =
        highest(
            other ->
                other.fact().data() instanceof SubscriptionDeleted
                    && other.subject().equals(event.subject()));
    boolean isOfSubscriber = event.fact().data() instanceof SubscriberData;
    return isOfSubscriber || whole.isAfter(own) ? whole : own;
  }

  private Instant highest(Predicate<Event> which) {
    return history.stream()
        .filter(which)
        .map(event -> event.fact().time())
        .max(Instant::compareTo)
        .orElse(Instant.MIN);
  }
}
