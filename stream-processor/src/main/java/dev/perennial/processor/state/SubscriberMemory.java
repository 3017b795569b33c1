package dev.perennial.processor.state;

import dev.perennial.domain.alert.OwnAlerts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one subscriber.
 *
 * @param subscriptions how many subscriptions are known, those that only have payments included
 * @param raised the alerts about the subscriber itself that may still be told of
 * @param moment when the subscriber itself is looked at; null for never, as where it has neither
 *     budgets nor digests
 */
public record SubscriberMemory(
    StoredFacts facts, int subscriptions, OwnAlerts raised, @Nullable Instant moment) {

  private static final SubscriberMemory EMPTY =
      new SubscriberMemory(StoredFacts.empty(), 0, OwnAlerts.none(), null);

  public static SubscriberMemory empty() {
    return EMPTY;
  }

  public SubscriberMemory withFacts(StoredFacts newFacts) {
    return new SubscriberMemory(newFacts, subscriptions, raised, moment);
  }

  public SubscriberMemory withAnotherSubscription() {
    return new SubscriberMemory(facts, subscriptions + 1, raised, moment);
  }

  public SubscriberMemory withoutASubscription() {
    return new SubscriberMemory(facts, Math.max(0, subscriptions - 1), raised, moment);
  }

  public SubscriberMemory withRaised(OwnAlerts newRaised) {
    return new SubscriberMemory(facts, subscriptions, newRaised, moment);
  }

  public SubscriberMemory withMoment(@Nullable Instant newMoment) {
    return new SubscriberMemory(facts, subscriptions, raised, newMoment);
  }

  public boolean saysNothing() {
    return facts.isEmpty() && subscriptions == 0 && raised.isEmpty() && moment == null;
  }
}
