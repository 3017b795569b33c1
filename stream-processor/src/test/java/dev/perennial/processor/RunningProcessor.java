package dev.perennial.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.backends.FreshTopics;
import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.domain.Money;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.PaymentSucceeded;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service in this process, its topics and what is posted to them. */
final class RunningProcessor {

  private static final int SUBSCRIBERS = 8;

  private RunningProcessor() {}

  static ConfigurableApplicationContext start(
      String servers, Topics topics, Path folder, String... more) {
    List<String> settings =
        List.of(
            "--perennial.kafka.bootstrap-servers=" + servers,
            "--perennial.environment=development",
            "--perennial.partitions=" + topics.partitions(),
            "--perennial.processor.state-folder=" + folder,
            "--perennial.processor.erasure-key=" + "k".repeat(44),
            "--perennial.processor.ticker-enabled=false",
            "--perennial.processor.tick-interval=200ms",
            "--server.port=0",
            "--management.server.port=0",
            "--management.server.address=127.0.0.1");
    return SpringApplication.run(
        StreamProcessor.class,
        Stream.concat(settings.stream(), Stream.of(more)).toArray(String[]::new));
  }

  static void awaitReady(ConfigurableApplicationContext service, Duration patience) {
    await().atMost(patience).until(() -> status(service, "/actuator/health/readiness") == 200);
  }

  static void switchTickerOn(ConfigurableApplicationContext service) throws Exception {
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

  static void createTopics(String servers, Topics declared) {
    FreshTopics.make(
        servers,
        declared.all().stream()
            .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1))
            .map(topic -> topic.configs(Map.of("message.timestamp.type", "LogAppendTime")))
            .toList());
  }

  static void post(String servers, int from, int to) {
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
}
