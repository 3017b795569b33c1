package dev.perennial.standalone.platform;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what is committed on a topic, up to where it ends now. */
final class TopicReader {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final String bootstrapServers;
  private final int partitions;

  TopicReader(String bootstrapServers, int partitions) {
    this.bootstrapServers = bootstrapServers;
    this.partitions = partitions;
  }

  /**
   * Hands over every record in the order of its partition.
   *
   * @param from the first offset of each partition; an earlier one than there is begins at the
   *     earliest
   */
  void read(
      String topic,
      ToLongFunction<Integer> from,
      Consumer<ConsumerRecord<String, String>> recipient) {
    try (var consumer = consumer()) {
      var all = partitionsOf(topic);
      consumer.assign(all);
      var ends = consumer.endOffsets(all);
      var beginnings = consumer.beginningOffsets(all);
      for (TopicPartition each : all) {
        long earliest = beginnings.getOrDefault(each, 0L);
        long latest = ends.getOrDefault(each, earliest);
        consumer.seek(each, Math.clamp(from.applyAsLong(each.partition()), earliest, latest));
      }
      boolean whole = Await.holds(LIMIT, () -> readsOn(consumer, ends, recipient));
      if (!whole) {
        throw new PlatformException("the topic " + topic + " could not be read to its end");
      }
    }
  }

  /** The end of each partition of a topic; what is not committed yet lies behind it. */
  Map<Integer, Long> ends(String topic) {
    try (var consumer = consumer()) {
      Map<Integer, Long> ends = new HashMap<>();
      consumer
          .endOffsets(partitionsOf(topic))
          .forEach((each, end) -> ends.put(each.partition(), end));
      return ends;
    }
  }

  private static boolean readsOn(
      KafkaConsumer<String, String> consumer,
      Map<TopicPartition, Long> ends,
      Consumer<ConsumerRecord<String, String>> recipient) {
    for (ConsumerRecord<String, String> each : consumer.poll(POLL)) {
      var partition = new TopicPartition(each.topic(), each.partition());
      if (each.offset() < ends.getOrDefault(partition, 0L)) {
        recipient.accept(each);
      }
    }
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private List<TopicPartition> partitionsOf(String topic) {
    return IntStream.range(0, partitions)
        .mapToObj(each -> new TopicPartition(topic, each))
        .toList();
  }

  private KafkaConsumer<String, String> consumer() {
    Map<String, Object> settings =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest");
    return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
  }
}
