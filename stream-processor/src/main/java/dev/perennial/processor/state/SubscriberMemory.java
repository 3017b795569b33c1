package dev.perennial.processor.state;

/**
 * All that is kept of one subscriber.
 *
 * @param subscriptions how many subscriptions are known, those that only have payments included
 */
public record SubscriberMemory(StoredFacts facts, int subscriptions) {

  private static final SubscriberMemory EMPTY = new SubscriberMemory(StoredFacts.empty(), 0);

  public static SubscriberMemory empty() {
    return EMPTY;
  }

  public SubscriberMemory withFacts(StoredFacts newFacts) {
    return new SubscriberMemory(newFacts, subscriptions);
  }

  public SubscriberMemory withAnotherSubscription() {
    return new SubscriberMemory(facts, subscriptions + 1);
  }

  public SubscriberMemory withoutASubscription() {
    return new SubscriberMemory(facts, Math.max(0, subscriptions - 1));
  }

  public boolean saysNothing() {
    return facts.isEmpty() && subscriptions == 0;
  }
}
