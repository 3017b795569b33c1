package dev.perennial.systemtests;

import dev.perennial.standalone.platform.Platform;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * How far a sink has come, by what Connect commits for it. The end of a partition is no measure:
 * the marker of the last transaction lies behind the last record, and no sink is ever given it.
 */
final class SinkProgress {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> kafka;
  private final Connectors connectors;

  SinkProgress(Platform platform, Connectors connectors) {
    this.kafka = Map.of("bootstrap.servers", platform.kafka().bootstrapServers());
    this.connectors = connectors;
  }

  boolean hasWrittenAll(String connector) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(kafka)) {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin
              .listConsumerGroupOffsets("connect-" + connector)
              .partitionsToOffsetAndMetadata()
              .get();
      return behindLastRecords(connectors.topicOf(connector)).entrySet().stream()
          .allMatch(end -> offset(committed.get(end.getKey())) >= end.getValue());
    }
  }

  private static long offset(@Nullable OffsetAndMetadata committed) {
    return committed == null ? 0 : committed.offset();
  }

  private Map<TopicPartition, Long> behindLastRecords(String topic) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("isolation.level", "read_committed");
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(topic, each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Map<TopicPartition, Long> behindLast = new HashMap<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(POLL)
            .forEach(
                each ->
                    behindLast.put(new TopicPartition(topic, each.partition()), each.offset() + 1));
      }
      return behindLast;
    }
  }
}
