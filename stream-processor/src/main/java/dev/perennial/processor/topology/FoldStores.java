package dev.perennial.processor.topology;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.processor.state.SubscriberMemory;
import dev.perennial.processor.state.SubscriptionMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What the fold keeps: subscriptions, subscribers, and who of them is being derived anew. */
final class FoldStores {

  /** Follows the separator of composite keys, so it ends the range of a subscriber's keys. */
  private static final char AFTER_SEPARATOR = '|' + 1;

  private final KeyValueStore<String, SubscriptionMemory> subscriptions;
  private final KeyValueStore<String, SubscriberMemory> subscribers;
  private final KeyValueStore<String, String> jobs;

  FoldStores(ProcessorContext<?, ?> context) {
    subscriptions = context.getStateStore(StateStores.SUBSCRIPTIONS);
    subscribers = context.getStateStore(StateStores.SUBSCRIBERS);
    jobs = context.getStateStore(StateStores.JOBS);
  }

  Optional<SubscriptionMemory> subscription(String key) {
    return Optional.ofNullable(subscriptions.get(key));
  }

  void put(String subscription, SubscriptionMemory memory) {
    subscriptions.put(subscription, memory);
  }

  void remove(String subscription) {
    subscriptions.delete(subscription);
  }

  SubscriberMemory subscriber(SubscriberKey key) {
    SubscriberMemory memory = subscribers.get(CompositeKey.of(key));
    return memory == null ? SubscriberMemory.empty() : memory;
  }

  void put(SubscriberKey key, SubscriberMemory memory) {
    if (memory.saysNothing()) {
      subscribers.delete(CompositeKey.of(key));
    } else {
      subscribers.put(CompositeKey.of(key), memory);
    }
  }

  /**
   * The subscriptions of a subscriber that are still to be derived anew.
   *
   * @param subscriber composite key
   * @param done the last subscription that was; "" at the start
   */
  record Job(String subscriber, String done) {}

  /** From the first subscription on, also where an earlier job was under way. */
  void startJob(SubscriberKey key) {
    jobs.put(CompositeKey.of(key), "");
  }

  Optional<Job> nextJob() {
    try (KeyValueIterator<String, String> all = jobs.all()) {
      if (!all.hasNext()) {
        return Optional.empty();
      }
      KeyValue<String, String> job = all.next();
      return Optional.of(new Job(job.key, job.value));
    }
  }

  void advance(Job job, String done) {
    jobs.put(job.subscriber(), done);
  }

  void finish(Job job) {
    jobs.delete(job.subscriber());
  }

  /** The next subscriptions of a job, read whole before any is written. */
  List<String> subscriptionsOf(Job job, int most) {
    String from = job.done().isEmpty() ? job.subscriber() + "|" : job.done();
    List<String> keys = new ArrayList<>();
    try (KeyValueIterator<String, SubscriptionMemory> range =
        subscriptions.range(from, job.subscriber() + AFTER_SEPARATOR)) {
      while (range.hasNext() && keys.size() < most) {
        String key = range.next().key;
        if (!key.equals(job.done())) {
          keys.add(key);
        }
      }
    }
    return keys;
  }
}
