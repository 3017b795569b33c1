package dev.perennial.ingest.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.event.Arrival;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventCodec;
import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.event.StrictJson;
import dev.perennial.contracts.http.Receipt;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.Mode;
import dev.perennial.ingest.Events;
import dev.perennial.ingest.EventsTopic;
import dev.perennial.ingest.Service;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;
import tools.jackson.databind.JsonNode;

/** The service with an index of ids, over HTTP. */
@WithBackends({Backend.KAFKA, Backend.MONGODB, Backend.REDIS})
class DuplicatesTest {

  private static Service service;
  private static EventsTopic topic;
  private static RedisClient redis;
  private long before;

  @BeforeAll
  static void start(Backends backends) {
    String broker = backends.kafka().bootstrapServers();
    topic = EventsTopic.open(broker);
    redis = RedisClient.create(backends.redis().uri());
    String index = "perennial.redis.uri=" + backends.redis().uri();
    service = Service.start(broker, backends.mongodb().uri(), index);
  }

  @AfterAll
  static void stop() {
    service.close();
    topic.close();
    redis.close();
  }

  @BeforeEach
  void measure() {
    before = topic.size();
  }

  @Test
  void shouldAnswerAReplayWithTheReceiptOfTheFirst() {
    JsonNode first = taken(post(Events.started("dup-1")));
    assertThat(first.path("status").stringValue()).isEqualTo("accepted");
    awaitAccepted("dup-1");
    String otherwiseWritten = Events.started("dup-1").replace("12.99", "12.990");
    JsonNode second = taken(post(otherwiseWritten));
    assertThat(second.path("status").stringValue()).isEqualTo("duplicate");
    assertThat(second.path("receipt")).isEqualTo(first.path("receipt"));
    assertThat(second.path("id").stringValue()).isEqualTo("dup-1");
    assertThat(topic.size()).isEqualTo(before + 1);
  }

  @Test
  void shouldKnowAnEventThatComesAgainAsHistory() {
    taken(post(Events.started("dup-2")));
    awaitAccepted("dup-2");
    String key = service.newKey("acme", Scope.EVENTS_WRITE, Scope.EVENTS_BACKFILL);
    String path = "/v1/events?mode=backfill";
    JsonNode again = taken(service.postWith(key, path, Events.STRUCTURED, Events.started("dup-2")));
    assertThat(again.path("status").stringValue()).isEqualTo("duplicate");
  }

  @Test
  void shouldKnowReferenceDataWithoutAReceipt() {
    taken(post(Events.tenant("dup-3")));
    await().until(() -> held("/admin", "dup-3").startsWith("A"));
    JsonNode again = taken(post(Events.tenant("dup-3")));
    assertThat(again.path("status").stringValue()).isEqualTo("duplicate");
    assertThat(again.has("receipt")).isFalse();
  }

  @Test
  void shouldRefuseTheSameIdWithAnotherContent() {
    taken(post(Events.started("reused-1")));
    HttpResponse<String> response = post(Events.started("reused-1").replace("12.99", "13.99"));
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(Service.json(response).path("code").stringValue()).isEqualTo("id-reused");
    assertThat(Service.json(response).path("pointer").stringValue()).isEqualTo("/id");
    assertThat(response.body()).doesNotContain("reused-1");
    assertThat(topic.size()).isEqualTo(before + 1);
  }

  @Test
  void shouldRefuseTheSameIdForAnotherSubscription() {
    taken(post(Events.started("reused-2")));
    HttpResponse<String> response = post(Events.started("reused-2").replace("netflix", "spotify"));
    assertThat(Service.json(response).path("code").stringValue()).isEqualTo("id-reused");
  }

  @Test
  void shouldAnswerEachEventOfABatch() {
    JsonNode first = taken(post(Events.started("batch-1")));
    awaitAccepted("batch-1");
    taken(post(Events.started("batch-2")));
    String other = Events.started("batch-2").replace("12.99", "13.99");
    String batch = Events.batch(Events.started("batch-1"), other, Events.started("batch-3"));
    HttpResponse<String> response = service.post(Events.BATCH, batch);
    assertThat(response.statusCode()).isEqualTo(207);
    JsonNode answer = Service.json(response);
    assertThat(answer.path("accepted").intValue()).isEqualTo(2);
    assertThat(statuses(answer)).containsExactly("duplicate", "rejected", "accepted");
    assertThat(answer.path("items").get(0).path("receipt")).isEqualTo(first.path("receipt"));
    assertThat(answer.path("items").get(1).path("code").stringValue()).isEqualTo("id-reused");
    assertThat(answer.path("items").get(1).path("id").stringValue()).isEqualTo("batch-2");
    assertThat(topic.size()).isEqualTo(before + 3);
    awaitAccepted("batch-3");
    assertThat(service.post(Events.BATCH, Events.batch(other)).statusCode()).isEqualTo(422);
    String known = Events.batch(Events.started("batch-1"), Events.started("batch-3"));
    JsonNode all = taken(service.post(Events.BATCH, known));
    assertThat(statuses(all)).containsExactly("duplicate", "duplicate");
    assertThat(topic.size()).isEqualTo(before + 3);
  }

  @Test
  void shouldTakeNothingOfAnAtomicBatchWithAReusedIdAndAllOfItWhenMended() {
    taken(post(Events.started("atomic-1")));
    String other = Events.started("atomic-1").replace("12.99", "13.99");
    HttpResponse<String> response =
        service.post(
            "/v1/events?atomic=true",
            Events.BATCH,
            Events.batch(Events.started("atomic-2"), other));
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(statuses(Service.json(response))).containsExactly("withheld", "rejected");
    assertThat(topic.size()).isEqualTo(before + 1);
    await().until(() -> held("/billing", "atomic-2").isEmpty());
    String changed = Events.started("atomic-2").replace("12.99", "14.99");
    assertThat(post(changed).statusCode()).isEqualTo(202);
  }

  @Test
  void shouldSendOnceWhatABatchSaysTwice() {
    String event = Events.started("twice-1");
    JsonNode answer = taken(service.post(Events.BATCH, Events.batch(event, event)));
    assertThat(statuses(answer)).containsExactly("accepted", "accepted");
    assertThat(answer.path("items").get(0).path("receipt"))
        .isEqualTo(answer.path("items").get(1).path("receipt"));
    assertThat(topic.size()).isEqualTo(before + 1);
  }

  @Test
  void shouldAcceptExactlyOneContentOfManyThatRaceForAnId() {
    List<CompletableFuture<Integer>> posts =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> post(Events.started("race").replace("12.99", i + ".99")).statusCode(),
                        Thread::startVirtualThread))
            .toList();
    List<Integer> statuses = posts.stream().map(CompletableFuture::join).toList();
    assertThat(Collections.frequency(statuses, 202)).isEqualTo(1);
    assertThat(Collections.frequency(statuses, 422)).isEqualTo(19);
    assertThat(topic.size()).isEqualTo(before + 1);
  }

  @Test
  void shouldSendAgainWhatWasClaimedWhenTheServiceDied() {
    Decoding decoded =
        EventCodec.decode(
            StrictJson.parse(Events.started("died").getBytes(UTF_8)),
            new Arrival("acme", Instant.EPOCH, Mode.LIVE));
    Claim claim = Claim.of("acme", ((Decoding.Decoded) decoded).event().fact());
    redis.set(claim.key(), Note.pending(claim).bytes());
    JsonNode answer = taken(post(Events.started("died")));
    assertThat(answer.path("status").stringValue()).isEqualTo("accepted");
    assertThat(topic.size()).isEqualTo(before + 1);
    awaitAccepted("died");
  }

  @Test
  void shouldPutTheTraceOfTheRequestIntoTheRecord() {
    String parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    HttpResponse<String> response =
        service.post(
            Events.STRUCTURED,
            BodyPublishers.ofString(Events.started("traced")),
            "traceparent",
            parent,
            "tracestate",
            "vendor=1, other@x=2");
    ConsumerRecord<byte[], byte[]> traced = record(taken(response));
    assertThat(header(traced, "traceparent")).isEqualTo(parent);
    assertThat(header(traced, "tracestate")).isEqualTo("vendor=1,other@x=2");
    assertThat(EventRecordCodec.decode(traced.headers(), traced.value()))
        .isInstanceOf(Decoding.Decoded.class);
  }

  @Test
  void shouldBeginATraceWhereTheRequestHasNone() {
    ConsumerRecord<byte[], byte[]> record = record(taken(post(Events.started("untraced"))));
    assertThat(header(record, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    assertThat(record.headers().lastHeader("tracestate")).isNull();
  }

  @Test
  void shouldCountWhatBecameOfRequestsAndEvents() {
    post(Events.started("count"));
    awaitAccepted("count");
    post(Events.started("count"));
    post(Events.started("count").replace("12.99", "13.99"));
    assertThat(service.metrics())
        .contains(
            "perennial_ingest_events_total{outcome=\"duplicate\"}",
            "perennial_ingest_requests_total{outcome=\"rejected\"}",
            "perennial_ingest_rejected_total{code=\"id-reused\"}",
            "perennial_ingest_ack_seconds_bucket{le=\"0.005\"}",
            "perennial_ingest_in_flight_records ",
            "perennial_ingest_in_flight_bytes ",
            "perennial_ingest_in_flight_requests ",
            "perennial_ingest_producer_buffer_available_bytes ",
            "perennial_ingest_producer_record_send_total ",
            "perennial_ingest_index_skipped_total 0.0",
            "perennial_ingest_index_calls_seconds_count ");
  }

  private static HttpResponse<String> post(String event) {
    return service.post(Events.STRUCTURED, event);
  }

  private static JsonNode taken(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    return Service.json(response);
  }

  private static List<String> statuses(JsonNode answer) {
    return answer.path("items").valueStream().map(item -> item.path("status").asString()).toList();
  }

  /** The index hears of it a moment after the answer. */
  private static void awaitAccepted(String id) {
    await().until(() -> held("/billing", id).startsWith("A"));
  }

  private static String held(String source, String id) {
    Claim claim = Claim.of("acme", new EventId(source, id), "0".repeat(32));
    byte[] held = redis.get(claim.key());
    return held == null ? "" : new String(held, ISO_8859_1);
  }

  private static ConsumerRecord<byte[], byte[]> record(JsonNode answer) {
    Receipt receipt = Receipt.parse(answer.path("receipt").stringValue()).orElseThrow();
    return topic.at(receipt.partition(), receipt.offset());
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
