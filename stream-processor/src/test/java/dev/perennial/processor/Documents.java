package dev.perennial.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.projection.DocumentJson;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.contracts.topic.Topics;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.BsonDocument;

/** A projection's newest documents, as a reader of committed records sees them. */
final class Documents implements AutoCloseable {

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, BsonDocument> newest = new HashMap<>();
  boolean versionsFell;

  Documents(String servers, Topics topics, Projection projection) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", servers, "isolation.level", "read_committed");
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (int number = 0; number < topics.partitions(); number++) {
      partitions.add(new TopicPartition(topics.projection(projection), number));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  private void read() {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
      BsonDocument document = DocumentJson.decode(new String(record.value(), UTF_8));
      assertThat(document.getInt32("partition").getValue()).isEqualTo(record.partition());
      BsonDocument before = newest.put(document.getString("_id").getValue(), document);
      versionsFell |= before != null && version(before) >= version(document);
    }
  }

  private static long version(BsonDocument document) {
    return document.getInt64("version").getValue();
  }

  BigDecimal sum() {
    read();
    return newest.values().stream()
        .filter(document -> document.containsKey("lines"))
        .flatMap(document -> document.getArray("lines").stream())
        .map(line -> line.asDocument().getDecimal128("amount").getValue().bigDecimalValue())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  long watermarks() {
    read();
    return newest.values().stream().filter(each -> each.containsKey("projection")).count();
  }

  List<String> statuses() {
    return newest.values().stream()
        .filter(document -> document.containsKey("status"))
        .map(document -> requireNonNull(document.getString("status")).getValue())
        .toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
