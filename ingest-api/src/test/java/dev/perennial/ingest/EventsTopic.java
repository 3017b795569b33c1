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
    FreshTopics.make(
        bootstrapServers,
        List.of(new NewTopic(Topics.SUBSCRIPTION_EVENTS, Topics.DEFAULT_PARTITIONS, (short) 1)));
    return new EventsTopic(bootstrapServers);
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
