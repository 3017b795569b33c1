package dev.perennial.processor.topology;

import dev.perennial.domain.total.MonthlyTotal;
import dev.perennial.processor.state.ErasureSerde;
import dev.perennial.processor.state.MemorySerde;
import dev.perennial.processor.state.PartitionMemory;
import dev.perennial.processor.state.SubscriberMemory;
import dev.perennial.processor.state.SubscriptionMemory;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores by their names, which name their changelogs too: a rename is a migration. The schedule
 * has no cache, since it is scanned more than it is read.
 */
final class StateStores {

  static final String SUBSCRIPTIONS = "subscriptions";
  static final String SUBSCRIBERS = "subscribers";
  static final String JOBS = "jobs";
  static final String ERASURES = "erasures";
  static final String TOTALS = "totals";
  static final String SCHEDULE = "schedule";
  static final String PARTITION = "partition";

  private StateStores() {}

  static void addTo(StreamsBuilder builder) {
    builder
        .addStateStore(cached(SUBSCRIPTIONS, MemorySerde.of(SubscriptionMemory.class)))
        .addStateStore(cached(SUBSCRIBERS, MemorySerde.of(SubscriberMemory.class)))
        .addStateStore(cached(JOBS, Serdes.String()))
        .addStateStore(cached(ERASURES, ErasureSerde.serde()))
        .addStateStore(cached(TOTALS, MemorySerde.of(MonthlyTotal.class)))
        .addStateStore(cached(PARTITION, MemorySerde.of(PartitionMemory.class)))
        .addStateStore(schedule());
  }

  private static <T> StoreBuilder<KeyValueStore<String, T>> cached(String name, Serde<T> values) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), values)
        .withCachingEnabled();
  }

  private static StoreBuilder<KeyValueStore<Bytes, byte[]>> schedule() {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(SCHEDULE), Serdes.Bytes(), Serdes.ByteArray());
  }
}
