package dev.perennial.ingest.outcome;

import static dev.perennial.contracts.projection.ReceiptDocument.Status.APPLIED;
import static dev.perennial.contracts.projection.ReceiptDocument.Status.DEAD_LETTERED;
import static dev.perennial.contracts.projection.ReceiptDocument.Status.SUPERSEDED;
import static dev.perennial.contracts.projection.ReceiptDocument.Status.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.FreePorts;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.http.Receipt;
import dev.perennial.contracts.projection.ReceiptDocument;
import dev.perennial.domain.event.EventId;
import dev.perennial.ingest.Service;
import dev.perennial.ingest.projection.SeededProjections;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Two partitions: the first has receipts up to offset 41, the second up to 7. */
@WithBackends(Backend.MONGODB)
class EventOutcomeTest {

  private static final int EPOCH = 71;
  private static final Instant RECEIVED = Instant.parse("2026-11-27T10:00:00.125Z");
  private static final Instant TICK = Instant.parse("2026-11-27T10:01:00Z");
  private static final String BEYOND = new Receipt(0, 42).text();
  private static final String COVERED = new Receipt(0, 41).text();

  private static Service service;
  private static SeededProjections seeded;

  @BeforeAll
  static void start(Backends backends) {
    seeded = new SeededProjections(backends.mongodb().uri(), EPOCH);
    seeded.watermark(0, 41, TICK.plusSeconds(10));
    seeded.watermark(1, 7, TICK);
    service =
        Service.start(
            "127.0.0.1:" + FreePorts.next(),
            backends.mongodb().uri(),
            "perennial.epoch=" + EPOCH,
            "perennial.partitions=2");
  }

  @AfterAll
  static void stop() {
    service.close();
    seeded.close();
  }

  @Test
  void anAppliedEventIsToldWithWhatIsKnownOfIt() {
    seed("/billing", "evt-1", APPLIED);

    JsonNode answer = answer("/v1/events/evt-1?source=/billing");

    assertThat(answer.path("asOf").stringValue()).isEqualTo(TICK.toString());
    assertThat(answer.has("caughtUp")).isFalse();
    JsonNode event = only(answer);
    assertThat(event.path("id").stringValue()).isEqualTo("evt-1");
    assertThat(event.path("source").stringValue()).isEqualTo("/billing");
    assertThat(event.path("status").stringValue()).isEqualTo("applied");
    assertThat(event.path("type").stringValue()).isEqualTo("payment.succeeded");
    assertThat(event.path("receivedAt").stringValue()).isEqualTo(RECEIVED.toString());
    assertThat(event.path("subscriberId").stringValue()).isEqualTo("alice");
    assertThat(event.path("digest").stringValue()).isEqualTo("d");
    assertThat(event.has("reason")).isFalse();
  }

  @Test
  void eachStatusIsToldAndWhatIsDeadLetteredSaysWhy() {
    seed("/billing", "late", SUPERSEDED);
    seed("/billing", "early", WAITING);
    seed("/billing", "one-too-many", DEAD_LETTERED);

    assertThat(status("/v1/events/late?source=/billing")).isEqualTo("superseded");
    assertThat(status("/v1/events/early?source=/billing")).isEqualTo("waiting");
    JsonNode dead = only(answer("/v1/events/one-too-many?source=/billing"));
    assertThat(dead.path("status").stringValue()).isEqualTo("dead-lettered");
    assertThat(dead.path("reason").stringValue()).isEqualTo("too-many-facts");
  }

  @Test
  void withoutASourceTheEventsOfAllSourcesAreTold() {
    seed("/a", "shared", APPLIED);
    seed("/b", "shared", WAITING);

    JsonNode events = answer("/v1/events/shared").path("events");

    assertThat(events.findValuesAsString("source")).containsExactly("/a", "/b");
    assertThat(only(answer("/v1/events/shared?source=/b")).path("status").stringValue())
        .isEqualTo("waiting");
  }

  @Test
  void anIdMayHaveASlash() {
    seed("/billing", "2026/11 %1;x", APPLIED);

    assertThat(status("/v1/events/2026%2F11%20%251%3Bx?source=/billing")).isEqualTo("applied");
  }

  @Test
  void ofManyContentsTheFirstHundredAreListed() {
    for (int number = 0; number <= Outcomes.MOST; number++) {
      seeded.receipt(document("acme", "/billing", "many", "d" + number, SUPERSEDED));
    }

    JsonNode answer = answer("/v1/events/many");

    assertThat(answer.path("events").size()).isEqualTo(Outcomes.MOST);
    assertThat(answer.path("more").booleanValue()).isTrue();
  }

  @Test
  void anotherTenantsEventIsUnknown() {
    seeded.receipt(document("other", "/billing", "theirs", "d", APPLIED));

    assertThat(service.read("/v1/events/theirs").statusCode()).isEqualTo(404);
    String theirKey = service.newKey("other", Scope.EVENTS_WRITE);
    assertThat(service.readWith(theirKey, "/v1/events/theirs").statusCode()).isEqualTo(200);
  }

  @Test
  void whatNobodyKnowsIsUnknown() {
    HttpResponse<String> response = service.read("/v1/events/never?source=/billing");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(code(response)).isEqualTo("not-found");
    assertThat(response.body()).doesNotContain("never");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$ne", "%7B%22$ne%22:1%7D", ".x", "a%2F..%2Fb", "%25"})
  void anOddIdIsAnIdLikeAnyOther(String id) {
    assertThat(service.read("/v1/events/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsDurableAndNotFoldedYetIsAccepted() {
    JsonNode answer = answer("/v1/events/new?source=/billing&receipt=" + BEYOND);

    assertThat(answer.path("caughtUp").booleanValue()).isFalse();
    JsonNode event = only(answer);
    assertThat(event.path("status").stringValue()).isEqualTo("accepted");
    assertThat(event.path("source").stringValue()).isEqualTo("/billing");
    assertThat(event.has("type")).isFalse();
  }

  @Test
  void whatShouldBeThereByNowAndIsNotIsUnknown() {
    assertThat(service.read("/v1/events/new?receipt=" + COVERED).statusCode()).isEqualTo(404);
  }

  @Test
  void aReadAfterAnEventWaitsForItsReceipt() {
    String path = "/v1/events/awaited?source=/billing";
    CompletableFuture<HttpResponse<String>> asked =
        CompletableFuture.supplyAsync(() -> service.read(path, Receipt.AFTER, BEYOND));
    seeded.receipt(document("acme", "/billing", "awaited", "d", APPLIED));

    JsonNode answer = Service.json(asked.join());

    assertThat(answer.path("caughtUp").booleanValue()).isTrue();
    assertThat(only(answer).path("status").stringValue()).isEqualTo("applied");
  }

  @Test
  void aReadThatWaitedInVainSaysWhatIsThere() {
    HttpResponse<String> response =
        service.read("/v1/events/slow", Receipt.AFTER, new Receipt(1, 8).text());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(only(Service.json(response)).path("status").stringValue()).isEqualTo("accepted");
  }

  @Test
  void aKeyWithoutTheScopeIsRefused() {
    String reader = service.newKey("acme", Scope.READ);

    assertThat(service.readWith(reader, "/v1/events/evt-1").statusCode()).isEqualTo(403);
    assertThat(service.readWith("pk_x", "/v1/events/evt-1").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "blank source, /v1/events/x?source=, parameter-invalid",
    "control in the source, /v1/events/x?source=%07, parameter-invalid",
    "control in the id, /v1/events/a%07b, parameter-invalid",
    "blank id, /v1/events/%20, parameter-invalid",
    "no receipt, /v1/events/x?receipt=, receipt-malformed",
    "not base64, /v1/events/x?receipt=*, receipt-malformed",
    "not a place, /v1/events/x?receipt=c2VzYW1l, receipt-malformed",
    "a line feed behind it, /v1/events/x?receipt=MDo0Cg, receipt-malformed"
  })
  void aParameterThatCannotBeIsRefused(String name, String path, String code) {
    refused(path, code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%FF", "%C0%AF", "%00"})
  void anIdThatIsNotUtf8IsRefused(String id) {
    assertThat(service.read("/v1/events/" + id).statusCode()).isEqualTo(400);
  }

  @Test
  void whatIsTooLongIsRefused() {
    refused("/v1/events/" + "x".repeat(129), "parameter-invalid");
    refused("/v1/events/x?source=" + "x".repeat(257), "parameter-invalid");
    refused("/v1/events/x?receipt=" + new Receipt(2, 0).text(), "receipt-malformed");
    refused("/v1/events/x?receipt=" + "x".repeat(2_000), "receipt-malformed");
  }

  private static void refused(String path, String code) {
    HttpResponse<String> response = service.read(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(code(response)).isEqualTo(code);
  }

  private static void seed(String source, String id, ReceiptDocument.Status status) {
    seeded.receipt(document("acme", source, id, "d", status));
  }

  private static ReceiptDocument document(
      String tenant, String source, String id, String digest, ReceiptDocument.Status status) {
    EventId event = new EventId(source, id);
    return SeededProjections.receipt(
        tenant, event, digest, "payment.succeeded", status, null, RECEIVED, 42);
  }

  private static JsonNode answer(String path) {
    HttpResponse<String> response = service.read(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Service.json(response);
  }

  private static String status(String path) {
    return only(answer(path)).path("status").stringValue();
  }

  private static JsonNode only(JsonNode answer) {
    assertThat(answer.path("events").size()).isEqualTo(1);
    return answer.path("events").path(0);
  }

  private static String code(HttpResponse<String> response) {
    return Service.json(response).path("code").stringValue();
  }
}
