package dev.perennial.ingest.intake;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** One producer for all requests: durable, in order, and bounded in memory and time. */
final class ProducerSettings {

  /** How long a send may wait for metadata or for room in the buffer. */
  private static final Duration LONGEST_BLOCK = Duration.ofSeconds(1);

  /** A single event waits as long for company; with many senders, batches fill before that. */
  private static final Duration LINGER = Duration.ofMillis(2);

  /** Four times the default: an import fills it, and what is not full is sent after the linger. */
  private static final int BATCH_BYTES = 64 * 1024;

  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(3);

  private ProducerSettings() {}

  static Map<String, Object> of(String bootstrapServers, IngestProperties properties) {
    long delivery = properties.deliveryTimeout().toMillis();
    // The producer refuses to start with a request that may outlast the delivery.
    long request = Math.min(REQUEST_TIMEOUT.toMillis(), delivery - LINGER.toMillis());
    return Map.ofEntries(
        Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
        Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "ingest-api"),
        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
        Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
        Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
        Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, properties.buffer().toBytes()),
        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_BLOCK.toMillis()),
        Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES),
        Map.entry(ProducerConfig.LINGER_MS_CONFIG, LINGER.toMillis()),
        Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) request),
        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) delivery),
        Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000L));
  }
}
