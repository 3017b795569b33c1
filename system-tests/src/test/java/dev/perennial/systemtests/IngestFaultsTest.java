package dev.perennial.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.contracts.topic.Topics;
import dev.perennial.standalone.platform.Platform;
import dev.perennial.standalone.platform.Service;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Poison on the events topic, and a broker that is away. */
@Order(4)
@ExtendWith(LoadedPlatform.class)
class IngestFaultsTest {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final LoadedPlatform.Loaded loaded;
  private final Platform platform;
  private final HttpClient http = HttpClient.newHttpClient();

  IngestFaultsTest(LoadedPlatform.Loaded loaded) {
    this.loaded = loaded;
    this.platform = loaded.platform();
  }

  @Test
  void aPoisonRecordIsDeadLetteredWithItsPlaceAndThePartitionGoesOn() throws Exception {
    String subscriber = "poisoned-neighbour";
    int partition = platform.partitionOf(subscriber);
    RecordMetadata poison = produce(partition, new byte[] {(byte) 0xff, 0x00, '{'});

    ConsumerRecord<byte[], byte[]> letter = deadLetterOf(poison);

    assertThat(header(letter, "perennial-reason")).isNotBlank();
    assertThat(header(letter, "perennial-topic")).isEqualTo(Topics.SUBSCRIPTION_EVENTS);
    assertThat(header(letter, "perennial-partition")).isEqualTo(Integer.toString(partition));
    assertThat(header(letter, "perennial-offset")).isEqualTo(Long.toString(poison.offset()));
    assertThat(letter.value()).containsExactly(0xff, 0x00, '{');
    loaded.post(List.of(started(subscriber, "after-poison")));
    assertThat(loaded.compare().differences()).isEmpty();
  }

  @Test
  void withTheBrokerStoppedIngestAnswers503InTimeAndRecovers() throws Exception {
    String event = started("outage", "during-outage");
    platform.kafka().stop();
    HttpResponse<String> refused;
    try {
      refused = post(event);
    } finally {
      platform.kafka().restart();
    }

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    loaded.post(List.of(event));
    assertThat(loaded.compare().differences()).isEmpty();
  }

  private RecordMetadata produce(int partition, byte[] value) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", platform.kafka().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      return producer
          .send(new ProducerRecord<>(Topics.SUBSCRIPTION_EVENTS, partition, null, value))
          .get();
    }
  }

  private ConsumerRecord<byte[], byte[]> deadLetterOf(RecordMetadata poison) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", platform.kafka().bootstrapServers(),
                "group.id", "poison-test",
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(Topics.deadLettersOf(Topics.SUBSCRIPTION_EVENTS)));
      return await()
          .atMost(LoadedPlatform.PATIENCE)
          .until(() -> poll(consumer, poison.offset()), Optional::isPresent)
          .orElseThrow();
    }
  }

  private static Optional<ConsumerRecord<byte[], byte[]>> poll(
      KafkaConsumer<byte[], byte[]> consumer, long offset) {
    return StreamSupport.stream(consumer.poll(Duration.ofMillis(500)).spliterator(), false)
        .filter(letter -> header(letter, "perennial-offset").equals(Long.toString(offset)))
        .findFirst();
  }

  private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
    var header = letter.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  private HttpResponse<String> post(String event) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(platform.url(Service.INGEST_API).resolve("/v1/events"))
            .timeout(DEADLINE)
            .header("Authorization", "Bearer " + platform.apiKey())
            .header("Content-Type", "application/cloudevents+json")
            .POST(HttpRequest.BodyPublishers.ofString(event))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String started(String subscriber, String id) {
    return """
        {"specversion":"1.0","id":"%s","source":"/system-test","type":"subscription.started",
         "time":"%s","subject":"journal","subscriberid":"%s","data":{"name":"Journal",
         "price":{"kind":"FIXED","amount":{"value":"4.00","currency":"EUR"}},
         "billing":{"every":1,"unit":"YEAR","anchor":"2020-06-15"},"reminders":{"leads":[]}}}"""
        .formatted(id, Clock.systemUTC().instant(), subscriber)
        .replace("\n", "");
  }
}
