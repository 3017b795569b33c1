package dev.perennial.ingest;

import dev.perennial.backends.FreshTopics;
import dev.perennial.contracts.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topics that ingest writes to, one of them as a reader sees it. */
public final class EventsTopic implements AutoCloseable {

  private final List<TopicPartition> partitions;
  private final KafkaConsumer<byte[], byte[]> consumer;

  private EventsTopic(String bootstrapServers, String name) {
    this.partitions =
        IntStream.range(0, Topics.DEFAULT_PARTITIONS)
            .mapToObj(partition -> new TopicPartition(name, partition))
            .toList();
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(partitions);
  }

  /** Makes both topics if they are not there, and waits until every partition answers. */
  public static EventsTopic open(String bootstrapServers) {
    make(bootstrapServers, Topics.REFERENCE_DATA);
    return openAlone(bootstrapServers);
  }

  public static EventsTopic openAlone(String bootstrapServers) {
    make(bootstrapServers, Topics.SUBSCRIPTION_EVENTS);
    return new EventsTopic(bootstrapServers, Topics.SUBSCRIPTION_EVENTS);
  }

  public static EventsTopic openReferenceData(String bootstrapServers) {
    make(bootstrapServers, Topics.REFERENCE_DATA);
    return new EventsTopic(bootstrapServers, Topics.REFERENCE_DATA);
  }

  private static void make(String bootstrapServers, String name) {
    FreshTopics.make(
        bootstrapServers, List.of(new NewTopic(name, Topics.DEFAULT_PARTITIONS, (short) 1)));
  }

  /** How many records were ever written. */
  public long size() {
    return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
  }

  public ConsumerRecord<byte[], byte[]> at(int partition, long offset) {
    consumer.seekToEnd(partitions);
    consumer.seek(partitions.get(partition), offset);
    return poll().stream()
        .filter(found -> found.partition() == partition && found.offset() == offset)
        .findFirst()
        .orElseThrow();
  }

  public List<ConsumerRecord<byte[], byte[]>> all() {
    long size = size();
    consumer.seekToBeginning(partitions);
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
