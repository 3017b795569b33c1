package dev.perennial.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.domain.total.MonthlyTotal;
import dev.perennial.processor.state.MemoryFormat;
import dev.perennial.processor.state.PartitionMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** What lies in the stores of a running topology, and what was written to their changelogs. */
final class StateSize {

  private final Rig rig;
  private final KafkaStreams streams;
  private final String application;

  StateSize(Rig rig, KafkaStreams streams, String application) {
    this.rig = rig;
    this.streams = streams;
    this.application = application;
  }

  List<String> measured(int events) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "store,entries,key_bytes,value_bytes,subscriptions,bytes_per_subscription,"
            + "changelog_records,changelog_bytes,changelog_bytes_per_event");
    Content subscriptions =
        this.<String, byte[]>content("subscriptions", StateSize::utf8, bytes -> bytes.length);
    long of = subscriptions.entries();
    lines.add(line("subscriptions", subscriptions, of, events));
    lines.add(
        line(
            "subscribers",
            this.<String, byte[]>content("subscribers", StateSize::utf8, bytes -> bytes.length),
            of,
            events));
    lines.add(
        line(
            "totals",
            this.<String, MonthlyTotal>content(
                "totals", StateSize::utf8, total -> MemoryFormat.totals().write("", total).length),
            of,
            events));
    lines.add(
        line(
            "schedule",
            this.<Bytes, byte[]>content("schedule", key -> key.get().length, bytes -> bytes.length),
            of,
            events));
    lines.add(
        line(
            "partition",
            this.<String, PartitionMemory>content(
                "partition",
                StateSize::utf8,
                memory -> MemoryFormat.partitions().write("", memory).length),
            of,
            events));
    return lines;
  }

  private record Content(long entries, long keyBytes, long valueBytes) {}

  private <K, V> Content content(
      String store, ToIntFunction<K> keySize, ToIntFunction<V> valueSize) {
    ReadOnlyKeyValueStore<K, V> entries =
        streams.store(
            StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.keyValueStore()));
    long count = 0;
    long keyBytes = 0;
    long valueBytes = 0;
    try (KeyValueIterator<K, V> all = entries.all()) {
      while (all.hasNext()) {
        KeyValue<K, V> entry = all.next();
        count++;
        keyBytes += keySize.applyAsInt(entry.key);
        valueBytes += valueSize.applyAsInt(entry.value);
      }
    }
    return new Content(count, keyBytes, valueBytes);
  }

  private String line(String store, Content content, long subscriptions, int events) {
    Content changelog = changelog(store);
    return Results.format(
        "%s,%d,%d,%d,%d,%.1f,%d,%d,%.1f",
        store,
        content.entries(),
        content.keyBytes(),
        content.valueBytes(),
        subscriptions,
        (double) (content.keyBytes() + content.valueBytes()) / subscriptions,
        changelog.entries(),
        changelog.keyBytes() + changelog.valueBytes(),
        (double) (changelog.keyBytes() + changelog.valueBytes()) / events);
  }

  /** All that was ever written there, before compaction; what is not committed yet is left out. */
  private Content changelog(String store) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", rig.servers(), "isolation.level", "read_committed");
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(application + "-" + store + "-changelog").stream()
              .map(place -> new TopicPartition(place.topic(), place.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      long records = 0;
      long keyBytes = 0;
      long valueBytes = 0;
      while (partitions.stream()
          .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          records++;
          keyBytes += record.key().length;
          valueBytes += record.value() == null ? 0 : record.value().length;
        }
      }
      return new Content(records, keyBytes, valueBytes);
    }
  }

  private static int utf8(String key) {
    return key.getBytes(UTF_8).length;
  }
}
