package dev.perennial.ingest;

import static dev.perennial.ingest.ndjson.StreamClient.line;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.KeyLimits;
import dev.perennial.contracts.control.Scope;
import dev.perennial.ingest.ndjson.StreamClient;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Keys that are over their rate, over real HTTP: what is refused never reaches Kafka. */
@WithBackends({Backend.KAFKA, Backend.MONGODB})
class RateLimitsTest {

  private static final int MANY = 100;
  private static final String CSV = "/v1/imports/csv";
  private static final String COLUMNS =
      "type,subscriber,subscription,paymentId,amount,currency,time\n";
  private static final long BODY = Events.started("l-1").length();

  private static Service service;
  private static EventsTopic topic;

  @BeforeAll
  static void start(Backends backends) {
    topic = EventsTopic.open(backends.kafka().bootstrapServers());
    service =
        Service.start(
            backends.kafka().bootstrapServers(),
            backends.mongodb().uri(),
            "perennial.ingest.ndjson.patience=200ms");
  }

  @AfterAll
  static void stop() {
    service.close();
    topic.close();
  }

  @Test
  void shouldSayWhereTheKeyStands() {
    HttpResponse<String> first = post(key(7L, null, 5_000L), Events.started("l-0"));
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(first.headers().allValues("RateLimit"))
        .hasSize(2)
        .anyMatch(left -> left.matches("\"requests\";r=13;t=1"))
        .anyMatch(left -> left.matches("\"bytes\";r=9\\d{3};t=1"));
    assertThat(first.headers().allValues("RateLimit-Policy"))
        .containsExactlyInAnyOrder(
            "\"requests\";q=14;w=2", "\"bytes\";q=10000;qu=\"content-bytes\";w=2");
  }

  @Test
  void shouldRefuseRequestsOverTheirRate() {
    String key = key(1L, null, null);
    long before = topic.size();
    int accepted = 0;
    HttpResponse<String> last = post(key, Events.started("r"));
    while (last.statusCode() == 202 && accepted < MANY) {
      accepted++;
      last = post(key, Events.started("r"));
    }
    expectRefusal(last, "requests", "q=2;w=2");
    assertThat(topic.size()).isEqualTo(before + accepted);
  }

  @Test
  void shouldRefuseABatchWhoseEventsAreOverTheirRate() {
    String key = key(null, 1L, null);
    long before = topic.size();
    String batch = Events.batch(Events.started("e-1"), Events.started("e-2"));
    assertThat(service.postWith(key, "/v1/events", Events.BATCH, batch).statusCode())
        .isEqualTo(202);
    HttpResponse<String> second = service.postWith(key, "/v1/events", Events.BATCH, batch);
    expectRefusal(second, "events", "q=2;w=2");
    assertThat(topic.size()).isEqualTo(before + 2);
  }

  @Test
  void whatIsInvalidShouldTakeNothingOfTheEvents() {
    String key = key(null, 1L, null);
    String bad = Events.batch("{}", "{}", "{}");
    for (int request = 0; request < 3; request++) {
      assertThat(service.postWith(key, "/v1/events", Events.BATCH, bad).statusCode())
          .isEqualTo(422);
    }
    assertThat(post(key, Events.started("e-3")).statusCode()).isEqualTo(202);
  }

  @Test
  void shouldRefuseBytesOverTheirRateBeforeTheyAreRead() {
    String key = key(null, null, BODY);
    long before = topic.size();
    String batch = Events.batch(Events.started("b-1"), Events.started("b-2"));
    assertThat(service.postWith(key, "/v1/events", Events.BATCH, batch).statusCode())
        .isEqualTo(202);
    HttpResponse<String> second = service.postWith(key, "/v1/events", Events.BATCH, batch + " {");
    expectRefusal(second, "bytes", "q=%d;qu=\"content-bytes\";w=2".formatted(2 * BODY));
    assertThat(topic.size()).isEqualTo(before + 2);
  }

  @Test
  void aBodyOfUnknownLengthShouldBePaidForByTheNext() {
    String key = key(null, null, BODY);
    byte[] batch = Events.batch(Events.started("c-1"), Events.started("c-2")).getBytes(UTF_8);
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(batch));
    HttpResponse<String> first =
        service.send(
            service
                .request("/v1/events")
                .header("Content-Type", Events.BATCH)
                .header("Authorization", "Bearer " + key)
                .POST(chunked));
    assertThat(first.statusCode()).isEqualTo(202);
    expectRefusal(
        service.postWith(key, "/v1/events", Events.BATCH, new String(batch, UTF_8)),
        "bytes",
        "q=%d;qu=\"content-bytes\";w=2".formatted(2 * BODY));
  }

  /** A part of a file waits for as long as an empty bucket takes to fill. */
  @Test
  void aFileShouldBeSlowedAndADryRunTakeNothing() {
    String key = key(null, 8L, null);
    String rows =
        IntStream.range(0, 8)
            .mapToObj(row -> "payment.succeeded,alice,netflix,f-" + row + ",1,EUR," + Events.TIME)
            .collect(joining("\n", COLUMNS, "\n"));
    for (int file = 0; file < 4; file++) {
      assertThat(service.postWith(key, CSV + "?dryRun=true", "text/csv", rows).statusCode())
          .isEqualTo(200);
    }
    long start = System.nanoTime();
    for (int file = 0; file < 3; file++) {
      assertThat(service.postWith(key, CSV, "text/csv", rows).statusCode()).isEqualTo(202);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
  }

  @Test
  void aStreamShouldBeSlowedAndNotRefused() {
    long rate = 20;
    int lines = 45;
    long start = System.nanoTime();
    try (StreamClient client = StreamClient.open(service.events(), key(null, rate, null))) {
      for (int at = 0; at < lines; at++) {
        client.send(line(Events.started("s-" + at)));
        assertThat(client.next().path("status").stringValue()).isEqualTo("accepted");
      }
      JsonNode last = client.end().rest().getLast();
      assertThat(last.path("summary").path("accepted").intValue()).isEqualTo(lines);
    }
    Duration least = Duration.ofSeconds(1).multipliedBy(lines - 2 * rate).dividedBy(rate);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(least);
  }

  @Test
  void aStreamThatWouldWaitTooLongShouldEndAndSayWhereToGoOn() {
    try (StreamClient client = StreamClient.open(service.events(), key(null, 1L, null))) {
      Stream<JsonNode> answers =
          IntStream.range(0, MANY)
              .mapToObj(at -> client.send(line(Events.started("w-" + at))).next());
      List<JsonNode> all = answers.takeWhile(answer -> !isEnd(answer, MANY)).toList();
      assertThat(all).isNotEmpty().allMatch(answer -> answer.has("receipt"));
    }
  }

  private static boolean isEnd(JsonNode answer, int most) {
    boolean end = answer.has("summary");
    if (end) {
      assertThat(answer.path("reason").stringValue()).isEqualTo("rate-limited");
      assertThat(answer.path("resumeFrom").intValue()).isBetween(2, most);
    }
    return end;
  }

  private static String key(@Nullable Long requests, @Nullable Long events, @Nullable Long bytes) {
    return service.newKey("acme", new KeyLimits(requests, events, bytes), Scope.EVENTS_WRITE);
  }

  private static HttpResponse<String> post(String key, String event) {
    return service.postWith(key, "/v1/events", Events.STRUCTURED, event);
  }

  private static void expectRefusal(HttpResponse<String> answer, String kind, String policy) {
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(Service.json(answer).path("code").stringValue()).isEqualTo("rate-limited");
    assertThat(answer.headers().firstValue("Retry-After").map(Long::parseLong))
        .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1L, 2L));
    assertThat(answer.headers().allValues("RateLimit-Policy"))
        .contains("\"" + kind + "\";" + policy);
    assertThat(answer.headers().allValues("RateLimit"))
        .anyMatch(left -> left.matches("\"" + kind + "\";r=\\d+;t=[12]"));
  }
}
