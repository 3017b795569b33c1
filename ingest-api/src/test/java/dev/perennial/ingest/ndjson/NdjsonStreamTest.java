package dev.perennial.ingest.ndjson;

import static dev.perennial.ingest.ndjson.StreamClient.line;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.ApiKey;
import dev.perennial.contracts.control.ApiKeyToken;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.http.Receipt;
import dev.perennial.ingest.Events;
import dev.perennial.ingest.EventsTopic;
import dev.perennial.ingest.Service;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@WithBackends({Backend.KAFKA, Backend.MONGODB})
class NdjsonStreamTest {

  private static Service service;
  private static EventsTopic topic;
  private static String mongodbUri;

  @BeforeAll
  static void start(Backends backends) {
    mongodbUri = backends.mongodb().uri();
    topic = EventsTopic.open(backends.kafka().bootstrapServers());
    service =
        Service.start(
            backends.kafka().bootstrapServers(),
            mongodbUri,
            "perennial.ingest.ndjson.key-check=100ms",
            "perennial.ingest.ndjson.idle-timeout=2s");
  }

  @AfterAll
  static void stop() {
    service.close();
    topic.close();
  }

  @Test
  void shouldAnswerEachLineInItsOrder() {
    long before = topic.size();
    try (StreamClient client = StreamClient.open(service)) {
      client
          .send(line(Events.started("n-1")) + "\r\n\n" + line(Events.paid("n-4", "alice")))
          .send("{\"specversion\":\n")
          .send(new byte[] {'"', (byte) 0xff, '"', '\n'})
          .send(" ".repeat(20) + "x".repeat(256 * 1024) + "\n")
          .send(line(Events.started("n-8").replace("EUR", "EUX")))
          .send(line(Events.paid("n-9", "bob")).strip())
          .end();
      assertThat(client.status()).isEqualTo(200);
      List<JsonNode> lines = client.rest();
      assertThat(lines.stream().limit(7).map(NdjsonStreamTest::told))
          .containsExactly(
              "1 accepted n-1",
              "4 accepted n-4",
              "5 rejected json-malformed",
              "6 rejected encoding",
              "7 rejected line-too-long",
              "8 rejected enum",
              "9 accepted n-9");
      assertThat(lines.get(0).path("receipt").isString()).isTrue();
      assertThat(lines.get(5).path("pointer").stringValue())
          .isEqualTo("/data/price/amount/currency");
      assertThat(lines.getLast())
          .hasToString(
              "{\"summary\":{\"accepted\":3,\"duplicate\":0,\"rejected\":4,\"unacknowledged\":0},"
                  + "\"resumeFrom\":null,\"reason\":null}");
    }
    assertThat(topic.size()).isEqualTo(before + 3);
  }

  @Test
  void shouldAnswerWhileTheBodyIsStillBeingSent() {
    try (StreamClient client = StreamClient.open(service)) {
      for (int number = 1; number <= 5; number++) {
        client.send(line(Events.paid("live-" + number, "alice")));
        assertThat(told(client.next())).isEqualTo(number + " accepted live-" + number);
      }
      assertThat(client.end().rest()).hasSize(1);
    }
  }

  @Test
  void shouldHandOnTheTraceOfTheRequest() {
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    try (StreamClient client = StreamClient.open(service, "traceparent: " + trace)) {
      var receipt = client.send(line(Events.started("traced"))).next().path("receipt");
      var place = Receipt.parse(receipt.stringValue()).orElseThrow();
      var event = topic.at(place.partition(), place.offset());
      assertThat(event.headers().lastHeader("traceparent").value()).asString().isEqualTo(trace);
    }
  }

  @Test
  void shouldTakeMoreThanAnyBodyMayHoldAlsoCompressed() throws IOException {
    String lines =
        IntStream.range(0, 10_000)
            .mapToObj(number -> line(Events.paid("many-" + number, "s" + number % 100)))
            .collect(Collectors.joining());
    assertThat(lines.length()).isGreaterThan(2 * 1024 * 1024);
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(lines.getBytes(UTF_8));
    }
    HttpResponse<String> answer =
        service.post(
            "application/x-ndjson; charset=utf-8",
            BodyPublishers.ofByteArray(compressed.toByteArray()),
            "Content-Encoding",
            "gzip");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-ndjson");
    assertThat(answer.body().lines()).hasSize(10_001);
    assertThat(answer.body()).contains("{\"summary\":{\"accepted\":10000,");
  }

  @Test
  void shouldStopReadingWhereNobodyReadsTheAnswers() {
    // More than the buffers of both sockets hold of answers.
    int wanted = 250_000;
    AtomicInteger sent = new AtomicInteger();
    try (StreamClient client = StreamClient.open(service)) {
      var sending =
          CompletableFuture.runAsync(
              () -> {
                for (int number = 0; number < wanted; number += 100) {
                  client.send(line(Events.paid("slow-" + number, "alice")).repeat(100));
                  sent.addAndGet(100);
                }
                client.end();
              },
              Thread::startVirtualThread);
      awaitStandstill(sent);
      assertThat(sent).hasValueLessThan(wanted);
      assertThat(client.rest()).hasSize(wanted + 1);
      sending.join();
    }
  }

  private static void awaitStandstill(AtomicInteger sent) {
    AtomicInteger last = new AtomicInteger(-1);
    await()
        .pollInterval(Duration.ofMillis(500))
        .atMost(Duration.ofSeconds(60))
        .until(() -> last.getAndSet(sent.get()) == sent.get());
  }

  @Test
  void shouldWantTheScopeForHistoryBeforeTheStreamBegins() {
    URI backfill = URI.create(service.events() + "?mode=backfill");
    String history = line(Events.started("old").replace(Events.TIME, "2019-01-05T10:00:00Z"));
    try (StreamClient refused = StreamClient.open(backfill, service.key())) {
      assertThat(refused.end().status()).isEqualTo(403);
    }
    String key = service.newKey("acme", Scope.EVENTS_WRITE, Scope.EVENTS_BACKFILL);
    try (StreamClient client = StreamClient.open(backfill, key)) {
      assertThat(told(client.send(history).next())).isEqualTo("1 accepted old");
    }
    try (StreamClient client = StreamClient.open(service)) {
      assertThat(told(client.send(history).next())).isEqualTo("1 rejected time-too-old");
    }
  }

  @Test
  void shouldEndWhenItsKeyDoes() {
    String key = keyThatExpires(Clock.systemUTC().instant().plusMillis(1_500));
    try (StreamClient client = StreamClient.open(service.events(), key)) {
      assertThat(told(client.send(line(Events.started("exp-1"))).next()))
          .isEqualTo("1 accepted exp-1");
      assertThat(client.next())
          .hasToString(
              "{\"summary\":{\"accepted\":1,\"duplicate\":0,\"rejected\":0,\"unacknowledged\":0},"
                  + "\"resumeFrom\":2,\"reason\":\"unauthenticated\"}");
    }
  }

  @Test
  void shouldEndWhereTheSenderIsSilent() {
    try (StreamClient client = StreamClient.open(service)) {
      client.send(line(Events.started("idle-1")) + "{\"specversion\"");
      assertThat(told(client.next())).isEqualTo("1 accepted idle-1");
      assertEnded(client.next(), 2, "idle");
    }
  }

  @Test
  void shouldNotTakeALineThatTheSenderNeverFinished() throws IOException {
    long before = topic.size();
    try (StreamClient client = StreamClient.open(service)) {
      client.send(line(Events.started("half-1")) + line(Events.started("half-2")).strip());
      assertThat(told(client.next())).isEqualTo("1 accepted half-1");
      client.breakOff();
      assertEnded(client.next(), 2, "body-incomplete");
    }
    assertThat(topic.size()).isEqualTo(before + 1);
  }

  @Test
  void shouldTakeAStreamOfNothing() {
    try (StreamClient client = StreamClient.open(service)) {
      assertThat(client.end().rest()).hasSize(1);
      assertThat(client.status()).isEqualTo(200);
    }
  }

  private static void assertEnded(JsonNode last, long resumeFrom, String reason) {
    assertThat(last.path("resumeFrom").longValue()).isEqualTo(resumeFrom);
    assertThat(last.path("reason").stringValue()).isEqualTo(reason);
  }

  private static String told(JsonNode line) {
    String of = line.path("code").asString(line.path("id").asString(""));
    return line.path("line").longValue() + " " + line.path("status").stringValue() + " " + of;
  }

  private static String keyThatExpires(Instant moment) {
    ApiKeyToken token = ApiKeyToken.generate(new SecureRandom());
    ApiKey key =
        new ApiKey(
            token.prefix(),
            token.hash(),
            "acme",
            "test",
            Set.of(Scope.EVENTS_WRITE),
            Instant.EPOCH,
            moment,
            null);
    try (MongoClient mongodb = MongoClients.create(mongodbUri)) {
      mongodb
          .getDatabase(ControlDatabase.NAME)
          .getCollection(ControlDatabase.API_KEYS)
          .insertOne(key.toDocument());
    }
    return token.text();
  }
}
