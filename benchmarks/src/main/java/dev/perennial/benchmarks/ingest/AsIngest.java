package dev.perennial.benchmarks.ingest;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The settings of ingest's producer, for what it is compared with. */
final class AsIngest {

  private AsIngest() {}

  /** As ProducerSettings has them. */
  static Map<String, Object> producer(String bootstrapServers) {
    return new TreeMap<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true",
            ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
            ProducerConfig.BUFFER_MEMORY_CONFIG, Integer.toString(32 * 1024 * 1024),
            ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(64 * 1024),
            ProducerConfig.LINGER_MS_CONFIG, "2"));
  }
}
