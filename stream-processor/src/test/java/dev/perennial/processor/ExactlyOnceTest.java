package dev.perennial.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.projection.DocumentJson;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.domain.Money;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.PaymentSucceeded;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service on a real broker: what it writes counts once, whenever it is stopped. */
@WithBackends(Backend.KAFKA)
class ExactlyOnceTest {

  private static final Topics TOPICS = new Topics(2, 1);
  private static final int PAYMENTS = 400;
  private static final int SUBSCRIBERS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @Test
  void everyPaymentCountsOnceThoughTheProcessorIsStoppedMidLoad(
      Backends backends, @TempDir Path folder) throws Exception {
    String servers = backends.kafka().bootstrapServers();
    createTopics(servers);
    try (Documents totals = new Documents(servers, Projection.SUBSCRIBER_TOTALS)) {
      ConfigurableApplicationContext first = start(servers, folder);
      post(servers, 0, PAYMENTS / 2);
      await().atMost(PATIENCE).until(() -> totals.sum().signum() > 0);
      post(servers, PAYMENTS / 2, PAYMENTS);
      first.close();

      try (ConfigurableApplicationContext second = start(servers, folder)) {
        post(servers, 0, 50);
        await().atMost(PATIENCE).until(() -> totals.sum().intValue() == PAYMENTS);

        switchTickerOn(second);
        try (Documents receipts = new Documents(servers, Projection.RECEIPTS)) {
          await().atMost(PATIENCE).until(() -> receipts.watermarks() == TOPICS.partitions());
          assertThat(receipts.statuses()).hasSize(PAYMENTS).containsOnly("WAITING");
          assertThat(receipts.versionsFell).isFalse();
        }
        assertThat(totals.sum()).isEqualByComparingTo(BigDecimal.valueOf(PAYMENTS));
        assertThat(totals.versionsFell).isFalse();
        await().atMost(PATIENCE).until(() -> status(second, "/actuator/health/readiness") == 200);
      }
    }
  }

  private static ConfigurableApplicationContext start(String servers, Path folder) {
    return SpringApplication.run(
        StreamProcessor.class,
        "--perennial.kafka.bootstrap-servers=" + servers,
        "--perennial.environment=development",
        "--perennial.partitions=" + TOPICS.partitions(),
        "--perennial.processor.state-folder=" + folder,
        "--perennial.processor.erasure-key=" + "k".repeat(44),
        "--perennial.processor.ticker-enabled=false",
        "--perennial.processor.tick-interval=200ms",
        "--server.port=0",
        "--management.server.port=0",
        "--management.server.address=127.0.0.1");
  }

  private static void switchTickerOn(ConfigurableApplicationContext service) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(management(service, "/actuator/ticker"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"enabled\":true}"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"enabled\":true}");
    }
  }

  private static int status(ConfigurableApplicationContext service, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(management(service, path)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  private static URI management(ConfigurableApplicationContext service, String path) {
    String port = service.getEnvironment().getProperty("local.management.port");
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static void createTopics(String servers) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      List<NewTopic> topics =
          TOPICS.all().stream()
              .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1))
              .map(topic -> topic.configs(Map.of("message.timestamp.type", "LogAppendTime")))
              .toList();
      admin.createTopics(topics).all().get(30, TimeUnit.SECONDS);
      Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
      topics.forEach(
          topic -> {
            for (int number = 0; number < topic.numPartitions(); number++) {
              partitions.put(new TopicPartition(topic.name(), number), OffsetSpec.latest());
            }
          });
      admin.listOffsets(partitions).all().get(30, TimeUnit.SECONDS);
    }
  }

  private static void post(String servers, int from, int to) {
    Map<String, Object> settings = Map.of("bootstrap.servers", servers, "acks", "all");
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int number = from; number < to; number++) {
        producer.send(EventRecordCodec.encode(payment(number)));
      }
    }
  }

  private static Event payment(int number) {
    Instant time = Instant.parse("2026-01-31T10:00:00Z");
    var data = new PaymentSucceeded("p" + number, Money.of("1", "EUR"), null);
    String digest = "0123456789abcdef0123456789abcdef";
    return new Event(
        new SubscriberKey("acme", "subscriber-" + number % SUBSCRIBERS),
        "netflix",
        new Fact(new EventId("/test", "e" + number), time, digest, time, Mode.LIVE, data));
  }

  /** A projection's newest documents, as a reader of committed records sees them. */
  private static final class Documents implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, BsonDocument> newest = new HashMap<>();
    boolean versionsFell;

    Documents(String servers, Projection projection) {
      Map<String, Object> settings =
          Map.of("bootstrap.servers", servers, "isolation.level", "read_committed");
      consumer =
          new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      List<TopicPartition> partitions = new ArrayList<>();
      for (int number = 0; number < TOPICS.partitions(); number++) {
        partitions.add(new TopicPartition(TOPICS.projection(projection), number));
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
}
