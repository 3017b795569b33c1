package dev.perennial.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.alert.OwnAlerts;
import dev.perennial.domain.alert.RaisedAlerts;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.fold.FactStatus;
import dev.perennial.domain.total.Additions;
import dev.perennial.processor.state.MemoryFormat;
import dev.perennial.processor.state.PartitionMemory;
import dev.perennial.processor.state.StoredFact;
import dev.perennial.processor.state.StoredFacts;
import dev.perennial.processor.state.SubscriberMemory;
import dev.perennial.processor.state.SubscriptionMemory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The changelogs of a topology that knows many subscriptions already, written as it would have
 * written them. Each subscription has started and is to be looked at again in some minute, 500 in
 * each. Each has a long name, so that its value is as long as a typical one's though its facts are
 * few: then the store's share of an event's cost is as large as it can be.
 */
record Preloaded(String application, int epoch, int subscriptions) {

  static final Instant CLOCK = Instant.parse("2021-01-30T12:00:00Z");
  static final int DUE_AT_ONCE = 500;

  void write(Rig rig) throws Exception {
    rig.create(
        Stream.of("subscriptions", "subscribers", "jobs", "totals", "schedule", "partition")
            .map(
                store ->
                    new NewTopic(changelog(store), 1, (short) 1)
                        .configs(Map.of("cleanup.policy", "compact")))
            .toList());
    rig.produce(
        IntStream.iterate(0, first -> first < subscriptions, first -> first + DUE_AT_ONCE)
            .boxed()
            .flatMap(this::minute));
    rig.produce(Stream.of(entry("partition", "partition".getBytes(UTF_8), partition())));
  }

  /** Values say nothing of their keys, so those of one minute are the same bytes. */
  private Stream<ProducerRecord<byte[], byte[]>> minute(int first) {
    Instant moment = CLOCK.plus(Duration.ofMinutes(1 + first / DUE_AT_ONCE));
    byte[] subscription = subscription(new Story(first), moment);
    byte[] subscriber = subscriber(new Story(first));
    return IntStream.range(first, Math.min(first + DUE_AT_ONCE, subscriptions))
        .mapToObj(Story::new)
        .flatMap(story -> entries(story, moment, subscription, subscriber));
  }

  private Stream<ProducerRecord<byte[], byte[]>> entries(
      Story story, Instant moment, byte[] subscription, byte[] subscriber) {
    byte[] key = CompositeKey.of(story.key()).getBytes(UTF_8);
    var known = entry("subscriptions", key, subscription);
    var scheduled = entry("schedule", scheduleKey(moment, key), new byte[] {1});
    return story.number() % Story.OF_ONE_SUBSCRIBER > 0
        ? Stream.of(known, scheduled)
        : Stream.of(
            known,
            scheduled,
            entry("subscribers", CompositeKey.of(story.subscriber()).getBytes(UTF_8), subscriber));
  }

  /** Big-endian milliseconds, then the subscription's key. */
  private static byte[] scheduleKey(Instant moment, byte[] key) {
    return ByteBuffer.allocate(Long.BYTES + key.length)
        .putLong(moment.toEpochMilli())
        .put(key)
        .array();
  }

  private static byte[] subscription(Story story, Instant moment) {
    // What was told of it is any digest: its document changes with its first payment anyway.
    SubscriptionMemory memory =
        new SubscriptionMemory(
            facts(story.startedUnderALongName().fact()),
            Map.of("", "0123456789abcdef"),
            Additions.none(),
            RaisedAlerts.none(),
            moment);
    return MemoryFormat.subscriptions().write(CompositeKey.of(story.key()), memory);
  }

  private static byte[] subscriber(Story story) {
    SubscriberMemory memory =
        new SubscriberMemory(
            facts(story.zone().fact()), Story.OF_ONE_SUBSCRIBER, OwnAlerts.none(), null);
    return MemoryFormat.subscribers().write(CompositeKey.of(story.subscriber()), memory);
  }

  private static StoredFacts facts(Fact fact) {
    return new StoredFacts(List.of(new StoredFact(fact, 0, FactStatus.Outcome.APPLIED)));
  }

  private static byte[] partition() {
    return MemoryFormat.partitions()
        .write("", new PartitionMemory(1_000, CLOCK, -1, CLOCK, CLOCK.plusMillis(1)));
  }

  private String changelog(String store) {
    return application + "-" + store + "-changelog";
  }

  private ProducerRecord<byte[], byte[]> entry(String store, byte[] key, byte[] value) {
    return new ProducerRecord<>(changelog(store), 0, key, value);
  }
}
