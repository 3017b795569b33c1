package dev.perennial.processor.topology;

import dev.perennial.processor.state.ErasureSerde;
import dev.perennial.processor.state.MemoryFormat;
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
  static final String TENANTS = "tenants";
  static final String RATES = "rates";
  static final String RATE_DAYS = "rate-days";
  static final String TOTALS = "totals";
  static final String TENANT_TOTALS = "tenant-totals";
  static final String CHANGED_TENANT_MONTHS = "changed-tenant-months";
  static final String SCHEDULE = "schedule";
  static final String PARTITION = "partition";

  private StateStores() {}

  static void addTo(StreamsBuilder builder) {
    builder
        .addStateStore(cached(SUBSCRIPTIONS, Serdes.ByteArray()))
        .addStateStore(cached(SUBSCRIBERS, Serdes.ByteArray()))
        .addStateStore(cached(JOBS, Serdes.String()))
        .addStateStore(cached(ERASURES, ErasureSerde.serde()))
        .addStateStore(cached(TENANTS, Serdes.ByteArray()))
        .addStateStore(cached(RATES, Serdes.ByteArray()))
        .addStateStore(cached(RATE_DAYS, Serdes.String()))
        .addStateStore(cached(TENANT_TOTALS, MemoryFormat.tenantTotals().serde()))
        .addStateStore(cached(CHANGED_TENANT_MONTHS, Serdes.String()))
        .addStateStore(cached(TOTALS, MemoryFormat.totals().serde()))
        .addStateStore(cached(PARTITION, MemoryFormat.partitions().serde()))
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
