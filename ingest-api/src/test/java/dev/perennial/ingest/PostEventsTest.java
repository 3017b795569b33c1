package dev.perennial.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.http.Receipt;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Mode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@WithBackends({Backend.KAFKA, Backend.MONGODB})
class PostEventsTest {

  private static Service service;
  private static EventsTopic topic;

  @BeforeAll
  static void start(Backends backends) {
    topic = EventsTopic.open(backends.kafka().bootstrapServers());
    service = Service.start(backends.kafka().bootstrapServers(), backends.mongodb().uri());
  }

  @AfterAll
  static void stop() {
    service.close();
    topic.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/cloudevents+json",
        "application/cloudevents+json; charset=utf-8",
        "application/json"
      })
  void shouldAnswerWithTheReceiptOfADurableEvent(String contentType) {
    HttpResponse<String> response = service.post(contentType, Events.started("evt-1"));
    assertThat(response.statusCode()).isEqualTo(202);
    JsonNode answer = Service.json(response);
    assertThat(answer.path("status").stringValue()).isEqualTo("accepted");
    assertThat(answer.path("id").stringValue()).isEqualTo("evt-1");
    assertThat(answer.path("source").stringValue()).isEqualTo("/billing");
    Event event = event(record(answer));
    assertThat(event.subscriber().tenantId()).isEqualTo("acme");
    assertThat(event.subscriber().subscriberId()).isEqualTo("alice");
    assertThat(event.fact().id().id()).isEqualTo("evt-1");
  }

  @Test
  void shouldKeyByTenantAndSubscriber() {
    String odd = Events.started("evt-key").replace("alice", "a|b");
    JsonNode answer = Service.json(service.post(Events.STRUCTURED, odd));
    assertThat(new String(record(answer).key(), UTF_8)).isEqualTo("acme|a%7Cb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/cloudevents-batch+json", "application/json"})
  void shouldTakeABatchInItsOrder(String contentType) {
    String batch = Events.batch(Events.started("b-1"), Events.paid("b-2", "alice"));
    HttpResponse<String> response = service.post(contentType, batch);
    assertThat(response.statusCode()).isEqualTo(202);
    JsonNode answer = Service.json(response);
    assertThat(answer.path("accepted").intValue()).isEqualTo(2);
    JsonNode first = answer.path("items").get(0);
    JsonNode second = answer.path("items").get(1);
    assertThat(second.path("id").stringValue()).isEqualTo("b-2");
    assertThat(record(second).offset()).isEqualTo(record(first).offset() + 1);
  }

  @Test
  void shouldTakeTheGoodOnesOfABatchAndNameTheBad() {
    long before = topic.size();
    String bad = Events.started("c-2").replace("\"name\":\"Netflix\",", "");
    HttpResponse<String> response =
        service.post(Events.BATCH, Events.batch(Events.started("c-1"), bad));
    assertThat(response.statusCode()).isEqualTo(207);
    JsonNode items = Service.json(response).path("items");
    assertThat(items.get(0).path("status").stringValue()).isEqualTo("accepted");
    assertThat(items.get(1).path("status").stringValue()).isEqualTo("rejected");
    assertThat(items.get(1).path("index").intValue()).isEqualTo(1);
    assertThat(items.get(1).path("code").stringValue()).isEqualTo("field-missing");
    assertThat(items.get(1).path("pointer").stringValue()).isEqualTo("/data/name");
    assertThat(topic.size()).isEqualTo(before + 1);
  }

  @Test
  void shouldTakeNothingOfAnAtomicBatchWithABadEvent() {
    long before = topic.size();
    String bad = Events.started("d-2").replace("EUR", "EUX");
    HttpResponse<String> response =
        service.post(
            "/v1/events?atomic=true", Events.BATCH, Events.batch(Events.started("d-1"), bad));
    assertThat(response.statusCode()).isEqualTo(422);
    JsonNode answer = Service.json(response);
    assertThat(answer.path("code").stringValue()).isEqualTo("batch-rejected");
    assertThat(answer.path("items").get(0).path("status").stringValue()).isEqualTo("withheld");
    assertThat(answer.path("items").get(1).path("code").stringValue()).isEqualTo("enum");
    assertThat(topic.size()).isEqualTo(before);
  }

  @Test
  void shouldTakeAWholeAtomicBatch() {
    String batch = Events.batch(Events.started("e-1"), Events.paid("e-2", "bob"));
    assertThat(service.post("/v1/events?atomic=true", Events.BATCH, batch).statusCode())
        .isEqualTo(202);
  }

  @Test
  void shouldRefuseBothWhereOneIdSaysTwoThings() {
    String other = Events.started("f-1").replace("12.99", "13.99");
    HttpResponse<String> response =
        service.post(
            Events.BATCH, Events.batch(Events.started("f-1"), other, Events.started("f-2")));
    assertThat(response.statusCode()).isEqualTo(207);
    JsonNode items = Service.json(response).path("items");
    assertThat(items.get(0).path("code").stringValue()).isEqualTo("id-conflict");
    assertThat(items.get(1).path("code").stringValue()).isEqualTo("id-conflict");
    assertThat(items.get(2).path("status").stringValue()).isEqualTo("accepted");
  }

  @Test
  void shouldTakeTheSameEventTwiceInABatch() {
    String event = Events.started("g-1");
    assertThat(service.post(Events.BATCH, Events.batch(event, event)).statusCode()).isEqualTo(202);
  }

  @Test
  void shouldTakeMarkupAsText() {
    String markup = Events.started("h-1").replace("\"Netflix\"", "\"<script>alert(1)</script>\"");
    assertThat(service.post(Events.STRUCTURED, markup).statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({
    "subscription.deleted, netflix",
    "subscriber.deleted, alice",
  })
  void shouldTakeADeletionWithoutData(String type, String subject) {
    String deletion =
        """
        {"specversion":"1.0","id":"%s","source":"/billing","type":"%s",
         "time":"%s","subject":"%s","subscriberid":"alice"}
        """
            .formatted(type, type, Events.TIME, subject);
    Event event = event(record(Service.json(service.post(Events.STRUCTURED, deletion))));
    assertThat(EventType.of(event.fact().data()).wireName()).isEqualTo(type);
  }

  @Test
  void shouldTakeHistoryOfAnyAgeAsBackfillWithItsScope() {
    String key = service.newKey("acme", Scope.EVENTS_WRITE, Scope.EVENTS_BACKFILL);
    String history = Events.started("h-1").replace(Events.TIME, "2019-01-05T10:00:00Z");
    String path = "/v1/events?mode=backfill";
    HttpResponse<String> taken = service.postWith(key, path, Events.STRUCTURED, history);
    assertThat(taken.statusCode()).isEqualTo(202);
    assertThat(event(record(Service.json(taken))).fact().mode()).isEqualTo(Mode.BACKFILL);
  }

  @Test
  void shouldTakeTheTenantFromTheKeyAlone() {
    String other =
        Events.started("i-1").replace("\"id\"", "\"tenantid\":\"victim\",\"mode\":\"x\",\"id\"");
    Event event = event(record(Service.json(service.post(Events.STRUCTURED, other))));
    assertThat(event.subscriber().tenantId()).isEqualTo("acme");
  }

  @Test
  void shouldInflateGzip() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(Events.started("j-1").getBytes(UTF_8));
    }
    var body = HttpRequest.BodyPublishers.ofByteArray(compressed.toByteArray());
    assertThat(service.post(Events.STRUCTURED, body, "Content-Encoding", "gzip").statusCode())
        .isEqualTo(202);
  }

  /** What RFC 9110 and 9112 permit is taken, also where no client of ours sends it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.0~Content-Type: application/json~",
        "HTTP/1.1~Host: a~Content-Type: APPLICATION/CloudEvents+JSON; Charset=\"UTF-8\"~",
        "HTTP/1.1~Host: a~Content-Type: application/json; profile=\"x\"~Accept: */*~",
        "HTTP/1.1~Host: a~Content-Type: application/json~Accept: text/xml, application/*;q=0.1~",
        "HTTP/1.1~Host: a~Content-Type: application/json~X-A: folded~ over lines~",
        "HTTP/1.1~Host: a~Content-Type: application/json~Content-Encoding: identity~",
        "HTTP/1.1~Host: a~Content-Type: application/json~Expect: 100-continue~",
      })
  void shouldTakeWhatIsOddButClear(String head) {
    String event = Events.started("o-1");
    String rest = "Authorization: Bearer KEY~Connection: close~Content-Length: " + event.length();
    String request = "POST /v1/events?atomic=true " + head + rest + "~~";
    assertThat(RawRequest.of(service, request).body(event).answer())
        .contains("HTTP/1.1 202 ", "\"receipt\":", "X-Content-Type-Options: nosniff");
  }

  @Test
  void shouldWantAKeyWithTheScope() {
    long before = topic.size();
    assertThat(withKey(null).statusCode()).isEqualTo(401);
    assertThat(withKey("pk_nonsense").statusCode()).isEqualTo(401);
    assertThat(withKey(service.newKey("acme", Scope.READ)).statusCode()).isEqualTo(403);
    assertThat(topic.size()).isEqualTo(before);
  }

  @Test
  void shouldBeReadyAndCount() {
    service.post(Events.STRUCTURED, Events.started("k-1"));
    assertThat(service.health("/readiness")).isEqualTo(200);
    assertThat(service.metrics()).contains("perennial_ingest_events_total{outcome=\"accepted\"}");
  }

  private static HttpResponse<String> withKey(@Nullable String key) {
    HttpRequest.Builder request =
        service
            .request("/v1/events")
            .header("Content-Type", Events.STRUCTURED)
            .POST(HttpRequest.BodyPublishers.ofString(Events.started("key")));
    return service.send(key == null ? request : request.header("Authorization", "Bearer " + key));
  }

  private static ConsumerRecord<byte[], byte[]> record(JsonNode item) {
    Receipt receipt = Receipt.parse(item.path("receipt").stringValue()).orElseThrow();
    return topic.at(receipt.partition(), receipt.offset());
  }

  private static Event event(ConsumerRecord<byte[], byte[]> record) {
    Decoding decoding = EventRecordCodec.decode(record.headers(), record.value());
    return ((Decoding.Decoded) decoding).event();
  }
}
