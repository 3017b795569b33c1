package dev.perennial.processor.topology;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.total.Additions;
import dev.perennial.domain.total.Difference;
import dev.perennial.processor.state.MemoryFormat;
import dev.perennial.processor.state.MemoryStore;
import dev.perennial.processor.state.SubscriberMemory;
import dev.perennial.processor.state.SubscriptionMemory;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** What the fold keeps: subscriptions, subscribers, and what of them hangs on rates. */
final class FoldStores {

  private static final char SEPARATOR = '|';

  private final MemoryStore<SubscriptionMemory> subscriptions;
  private final MemoryStore<SubscriberMemory> subscribers;
  private final RateDays rateDays;

  FoldStores(ProcessorContext<?, ?> context) {
    subscriptions =
        new MemoryStore<>(
            context.getStateStore(StateStores.SUBSCRIPTIONS), MemoryFormat.subscriptions());
    subscribers =
        new MemoryStore<>(
            context.getStateStore(StateStores.SUBSCRIBERS), MemoryFormat.subscribers());
    rateDays = new RateDays(context.getStateStore(StateStores.RATE_DAYS));
  }

  /** Where the keys begin that have more parts than a composite key. */
  static String under(String key) {
    return key + SEPARATOR;
  }

  /** Where they have ended: behind the separator there is no other part's encoding. */
  static String behind(String key) {
    return key + (char) (SEPARATOR + 1);
  }

  Optional<SubscriptionMemory> subscription(String key) {
    return subscriptions.get(key);
  }

  void put(String subscription, SubscriptionMemory memory) {
    subscriptions.put(subscription, memory);
  }

  void remove(String subscription) {
    subscriptions.delete(subscription);
  }

  /**
   * What a subscription adds to totals has changed.
   *
   * @param after all that it adds now
   */
  void move(String subscription, Difference difference, Additions after) {
    rateDays.move(subscription, difference, after);
  }

  SubscriberMemory subscriber(SubscriberKey key) {
    return subscribers.get(CompositeKey.of(key)).orElse(SubscriberMemory.empty());
  }

  void put(SubscriberKey key, SubscriberMemory memory) {
    if (memory.saysNothing()) {
      subscribers.delete(CompositeKey.of(key));
    } else {
      subscribers.put(CompositeKey.of(key), memory);
    }
  }

  /** The composite keys of a subscriber's subscriptions. */
  List<String> subscriptionsOf(SubscriberKey subscriber) {
    return subscriptionsUnder(CompositeKey.of(subscriber), "", Integer.MAX_VALUE);
  }

  /**
   * A subscription to be derived anew.
   *
   * @param cursor where its job is when that is done
   */
  record Step(String cursor, String subscription) {}

  /** The next steps of a job, read whole before any is taken. */
  List<Step> steps(JobStore.UnderWay job, int most) {
    return switch (job.job()) {
      case Job.OfSubscriber of -> steps(CompositeKey.of(of.subscriber()), job.done(), most);
      case Job.OfTenant of -> steps(CompositeKey.of(of.tenantId()), job.done(), most);
      case Job.OfRates of -> rateDays.week(of.date(), job.done(), most);
    };
  }

  private List<Step> steps(String owner, String done, int most) {
    return subscriptionsUnder(owner, done, most).stream().map(key -> new Step(key, key)).toList();
  }

  private List<String> subscriptionsUnder(String owner, String done, int most) {
    String from = done.isEmpty() ? under(owner) : done;
    return subscriptions.keys(from, behind(owner), key -> !key.equals(done), most);
  }
}
