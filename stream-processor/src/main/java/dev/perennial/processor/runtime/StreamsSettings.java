package dev.perennial.processor.runtime;

import dev.perennial.contracts.topic.ProcessorGroup;
import dev.perennial.starter.PerennialProperties;
import dev.perennial.starter.PerennialProperties.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of Kafka Streams. */
final class StreamsSettings {

  /** A killed instance is missed after this long; the default would be 45 s. */
  private static final int SESSION_TIMEOUT_MILLIS = 10_000;

  private static final int REPLICAS = 3;
  private static final int BATCH_BYTES = 128 * 1024;

  private StreamsSettings() {}

  static String applicationId(int epoch) {
    return new ProcessorGroup(epoch).id();
  }

  static Properties of(PerennialProperties platform, ProcessorSettings settings) {
    boolean development = platform.environment() == Environment.DEVELOPMENT;
    Integer standbys = settings.standbyReplicas();
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(platform.epoch()));
    properties.put(
        StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, platform.kafka().requiredBootstrapServers());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitInterval().toMillis());
    // What is on the broker already is seen before the clock moves; nobody waits for what is not.
    properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0L);
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
    properties.put(
        StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG,
        standbys != null ? standbys : development ? 0 : 1);
    properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, development ? 1 : REPLICAS);
    properties.put(
        StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, settings.recordCache().toBytes());
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedStores.class);
    properties.put(BoundedStores.MEMORY, settings.storeMemory().toBytes());
    properties.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder(settings).toString());
    properties.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
        SESSION_TIMEOUT_MILLIS);
    // A second request under way could overtake one that meets the end of the last transaction.
    properties.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
    properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
    return properties;
  }

  private static Path stateFolder(ProcessorSettings settings) {
    try {
      Path folder = settings.stateFolder();
      return folder == null
          ? Files.createTempDirectory("perennial-processor")
          : Files.createDirectories(folder);
    } catch (IOException unusable) {
      throw new UncheckedIOException("perennial.processor.state-folder is not usable", unusable);
    }
  }
}
