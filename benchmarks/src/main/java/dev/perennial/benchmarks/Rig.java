package dev.perennial.benchmarks;

import dev.perennial.backends.FreshTopics;
import dev.perennial.backends.KafkaBroker;
import dev.perennial.contracts.topic.TopicDeclaration;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.processor.runtime.BoundedStores;
import dev.perennial.processor.topology.ErasureKey;
import dev.perennial.processor.topology.Mode;
import dev.perennial.processor.topology.PipelineMetrics;
import dev.perennial.processor.topology.SubscriptionTopology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** A real broker in this process, and the settings that the service runs its topology with. */
final class Rig implements AutoCloseable {

  private static final int SECONDS = 60;

  final Admin admin;
  private final KafkaBroker broker;
  private final Path folder;

  Rig() throws IOException {
    folder = Files.createTempDirectory("perennial-benchmark");
    broker = KafkaBroker.start(folder.resolve("kafka"));
    admin = Admin.create(Map.of("bootstrap.servers", servers()));
  }

  String servers() {
    return broker.bootstrapServers();
  }

  /** The topology as it serves; nothing is erased here, so any key will do. */
  static Topology topology(Topics topics, PipelineMetrics metrics) {
    ErasureKey key = ErasureKey.of(Base64.getEncoder().encodeToString(new byte[32]));
    return new SubscriptionTopology(topics, metrics, Mode.SERVING, key).build();
  }

  /** As StreamsSettings has them, in development. */
  Properties streams(String applicationId, int threads) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, servers());
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100L);
    properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0L);
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
    properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 32L << 20);
    properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedStores.class);
    properties.put("perennial.store.memory", 96L << 20);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("state").toString());
    properties.put(StreamsConfig.producerPrefix("max.in.flight.requests.per.connection"), 1);
    properties.put(StreamsConfig.producerPrefix("batch.size"), 128 * 1024);
    return properties;
  }

  void create(Topics topics) {
    create(topics.all().stream().map(Rig::topic).toList());
  }

  /** Those that are there already stay as they are. */
  void create(Collection<NewTopic> wanted) {
    FreshTopics.make(servers(), wanted);
  }

  /** Ticks carry a time of their own choice here, so the timestamps are the producer's. */
  private static NewTopic topic(TopicDeclaration declared) {
    return new NewTopic(declared.name(), declared.partitions(), (short) 1);
  }

  private Map<TopicPartition, Long> ends(Collection<NewTopic> topics) throws Exception {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (NewTopic topic : topics) {
      for (int number = 0; number < topic.numPartitions(); number++) {
        latest.put(new TopicPartition(topic.name(), number), OffsetSpec.latest());
      }
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    var answer = admin.listOffsets(latest).all().get(SECONDS, TimeUnit.SECONDS);
    answer.forEach((partition, found) -> ends.put(partition, found.offset()));
    return ends;
  }

  /** The application, which must not be running, goes on behind all that lies there now. */
  void skipToEnd(String applicationId, int partitions) throws Exception {
    List<NewTopic> inputs = new ArrayList<>();
    for (String name :
        List.of(Topics.SUBSCRIPTION_EVENTS, Topics.REFERENCE_DATA, Topics.CLOCK_TICKS)) {
      inputs.add(new NewTopic(name, partitions, (short) 1));
    }
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    ends(inputs).forEach((place, end) -> offsets.put(place, new OffsetAndMetadata(end)));
    admin.alterConsumerGroupOffsets(applicationId, offsets).all().get(SECONDS, TimeUnit.SECONDS);
  }

  void produce(Stream<ProducerRecord<byte[], byte[]>> records) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", servers(), "acks", "all", "linger.ms", 20, "batch.size", 262_144);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      records.forEach(producer::send);
    }
  }

  @Override
  public void close() throws IOException {
    admin.close();
    broker.close();
    try (Stream<Path> deepestFirst = Files.walk(folder).sorted(Comparator.reverseOrder())) {
      deepestFirst.forEach(path -> path.toFile().delete());
    }
  }
}
