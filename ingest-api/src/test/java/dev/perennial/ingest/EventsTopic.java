package dev.perennial.ingest;

import dev.perennial.contracts.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;

/** The topic subscription-events as a reader sees it. */
final class EventsTopic implements AutoCloseable {

  private static final List<TopicPartition> PARTITIONS =
      IntStream.range(0, Topics.DEFAULT_PARTITIONS)
          .mapToObj(partition -> new TopicPartition(Topics.SUBSCRIPTION_EVENTS, partition))
          .toList();

  private final KafkaConsumer<byte[], byte[]> consumer;

  private EventsTopic(String bootstrapServers) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(PARTITIONS);
  }

  /** Makes the topic if it is not there, and waits until every partition answers. */
  static EventsTopic open(String bootstrapServers) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      create(admin);
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .until(() -> answers(admin));
    }
    return new EventsTopic(bootstrapServers);
  }

  private static void create(Admin admin) {
    NewTopic topic = new NewTopic(Topics.SUBSCRIPTION_EVENTS, Topics.DEFAULT_PARTITIONS, (short) 1);
    try {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException failure) {
      if (!(failure.getCause() instanceof TopicExistsException)) {
        throw new AssertionError(failure);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private static boolean answers(Admin admin) throws Exception {
    Map<TopicPartition, OffsetSpec> latest =
        PARTITIONS.stream()
            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
    return admin.listOffsets(latest).all().get().size() == PARTITIONS.size();
  }

  /** How many records were ever written. */
  long size() {
    return consumer.endOffsets(PARTITIONS).values().stream().mapToLong(Long::longValue).sum();
  }

  ConsumerRecord<byte[], byte[]> at(int partition, long offset) {
    consumer.seekToEnd(PARTITIONS);
    consumer.seek(PARTITIONS.get(partition), offset);
    return poll().stream()
        .filter(found -> found.partition() == partition && found.offset() == offset)
        .findFirst()
        .orElseThrow();
  }

  List<ConsumerRecord<byte[], byte[]>> all() {
    long size = size();
    consumer.seekToBeginning(PARTITIONS);
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    while (records.size() < size) {
      records.addAll(poll());
    }
    return records;
  }

  private List<ConsumerRecord<byte[], byte[]>> poll() {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    consumer.poll(Duration.ofSeconds(10)).forEach(records::add);
    return records;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
