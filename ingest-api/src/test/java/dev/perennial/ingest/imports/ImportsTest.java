package dev.perennial.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.FreePorts;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.http.Receipt;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventType;
import dev.perennial.ingest.EventsTopic;
import dev.perennial.ingest.Service;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Files over real HTTP, and what of them is on the topic. */
@WithBackends({Backend.KAFKA, Backend.MONGODB})
class ImportsTest {

  private static final String CSV = "text/csv";
  private static final String PATH = "/v1/imports/csv";
  private static final String HEADER = "subscriber,subscription,name,amount,currency,unit,anchor\n";

  /** Of a monthly subscription this makes a time within the window of live events. */
  private static final LocalDate SOON = LocalDate.now(Clock.systemUTC()).plusDays(3);

  private static final String ROW = "alice,netflix,Netflix,12.99,EUR,MONTH," + SOON + "\n";
  private static final String PAYMENTS =
      "type,subscriber,subscription,paymentId,amount,currency,time\n";

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
  @ValueSource(strings = {"text/csv", "text/csv; charset=utf-8"})
  void shouldMakeARowADurableEvent(String contentType) {
    HttpResponse<String> response = service.post(PATH, contentType, "\uFEFF" + HEADER + ROW);
    assertThat(response.statusCode()).isEqualTo(202);
    JsonNode answer = Service.json(response);
    assertThat(answer.path("accepted").intValue()).isEqualTo(1);
    assertThat(answer.path("items").get(0).path("row").intValue()).isEqualTo(2);
    Event event = event(answer.path("items").get(0));
    assertThat(event.subscriber().tenantId()).isEqualTo("acme");
    assertThat(event.subject()).isEqualTo("netflix");
    assertThat(event.fact().id().source()).isEqualTo("/imports/csv");
    assertThat(EventType.of(event.fact().data())).isEqualTo(EventType.SUBSCRIPTION_STARTED);
  }

  @Test
  void shouldSayTheSameOfTheSameFileAgain() {
    String path = PATH + "?source=/sheet";
    Event first = event(items(service.post(path, CSV, HEADER + ROW)).get(0));
    Event again = event(items(service.post(path, CSV, HEADER + ROW)).get(0));
    assertThat(again.fact().id()).isEqualTo(first.fact().id());
    assertThat(again.fact().digest()).isEqualTo(first.fact().digest());
    assertThat(first.fact().id().source()).isEqualTo("/sheet");
  }

  @Test
  void shouldTakeTheGoodRowsAndNameTheCellsOfTheOthers() {
    String day = SOON.minusDays(10).toString();
    String file =
        PAYMENTS
            + "payment.succeeded,alice,netflix,pay-1,12.99,EUR,"
            + day
            + "\n"
            + "payment.succeeded,alice,netflix,pay-2,12.99,EUX,"
            + day
            + "\n"
            + "payment.succeeded,alice,netflix,pay-3,\"12,99\",EUR,"
            + day
            + "\n"
            + "payment.failed,alice,netflix,pay-4,12.99,EUR,2019-01-01\n";
    HttpResponse<String> response = service.post(PATH, CSV, file);
    assertThat(response.statusCode()).isEqualTo(207);
    assertThat(Service.json(response).path("notAccepted").intValue()).isEqualTo(3);
    assertThat(items(response).valueStream().map(ImportsTest::verdict))
        .containsExactly(
            "2 accepted",
            "3 rejected enum currency",
            "4 rejected decimal-comma amount",
            "5 rejected time-too-old time");
  }

  @Test
  void shouldSayWhatWouldHappenAndWriteNothing() {
    long before = topic.size();
    HttpResponse<String> response =
        service.post(PATH + "?dryRun=true", CSV, HEADER + ROW + ROW.replace("EUR", "EUX"));
    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode answer = Service.json(response);
    assertThat(answer.path("types").path("subscription.started").intValue()).isEqualTo(1);
    assertThat(answer.path("codes").path("enum").intValue()).isEqualTo(1);
    JsonNode event = answer.path("items").get(0).path("event");
    assertThat(event.path("data").path("name").stringValue()).isEqualTo("Netflix");
    assertThat(topic.size()).isEqualTo(before);
    // What it showed is an event like any other.
    assertThat(service.post("application/cloudevents+json", event.toString()).statusCode())
        .isEqualTo(202);
  }

  @Test
  void shouldTakeNothingOfAnAtomicFileWithABadRow() {
    long before = topic.size();
    HttpResponse<String> response =
        service.post(PATH + "?atomic=true", CSV, HEADER + ROW + ROW.replace("alice", "a@b"));
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(items(response).valueStream().map(ImportsTest::verdict))
        .containsExactly("2 withheld", "3 rejected id-invalid subscriber");
    assertThat(topic.size()).isEqualTo(before);
  }

  @Test
  void shouldRejectRowsThatShareAnIdAndDiffer() {
    String header = HEADER.replace("anchor", "anchor,id");
    String row = ROW.replace("\n", ",same\n");
    HttpResponse<String> response =
        service.post(PATH, CSV, header + row + row.replace("12.99", "13.99"));
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(items(response).valueStream().map(ImportsTest::verdict))
        .containsExactly("2 rejected id-conflict id", "3 rejected id-conflict id");
  }

  @Test
  void shouldTakeMoreRowsThanABatchHas() {
    long before = topic.size();
    HttpResponse<String> response = service.post(PATH, CSV, HEADER + rows(1_200));
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(Service.json(response).path("accepted").intValue()).isEqualTo(1_200);
    assertThat(topic.size()).isEqualTo(before + 1_200);
  }

  @Test
  void shouldTakeHistoryWithItsScope() {
    String key = service.newKey("acme", Scope.EVENTS_WRITE, Scope.EVENTS_BACKFILL);
    String file = PAYMENTS + "payment.succeeded,alice,netflix,old,9.99,EUR,2019-01-01\n";
    assertThat(service.postWith(key, PATH + "?mode=backfill", CSV, file).statusCode())
        .isEqualTo(202);
    assertThat(service.post(PATH + "?mode=backfill", CSV, file).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"subscriptions", "payments"})
  void shouldGiveATemplateToAnybody(String kind) {
    HttpResponse<String> template =
        service.send(service.request(PATH + "/template?kind=" + kind).GET());
    assertThat(template.statusCode()).isEqualTo(200);
    assertThat(template.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
    assertThat(service.post(PATH + "?dryRun=true", CSV, template.body()).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?kind=", "?kind=sesame"})
  void shouldHaveNoTemplateOfAnotherKind(String query) {
    HttpResponse<String> response = service.send(service.request(PATH + "/template" + query).GET());
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Service.json(response).path("code").stringValue()).isEqualTo("parameter-invalid");
  }

  @Test
  void shouldImportAnExportOfWallos() {
    String entry =
        """
        {"Name":"Netflix","Payment Cycle":"Monthly","Next Payment":"%s","Price":"$12.99",
         "Notes":"sesame","Active":"No","Brand New":[]}
        """
            .formatted(SOON);
    String path = "/v1/imports/wallos?subscriber=alice";
    HttpResponse<String> ambiguous = service.post(path, "application/json", "[" + entry + "]");
    assertThat(ambiguous.statusCode()).isEqualTo(422);
    assertThat(verdict(items(ambiguous).get(0))).isEqualTo("1 rejected currency-ambiguous Price");
    HttpResponse<String> response =
        service.post(path + "&currency=USD", "application/json", "[" + entry + "]");
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(Service.json(response).path("dropped").path("Notes").intValue()).isEqualTo(1);
    assertThat(response.body()).doesNotContain("sesame", "Brand New");
    assertThat(items(response).valueStream().map(item -> event(item).subject()))
        .containsExactly("wallos-netflix", "wallos-netflix");
  }

  @Test
  void shouldNeverAcceptWhatNoBrokerHas(Backends backends) {
    try (Service alone =
        Service.start(
            "127.0.0.1:" + FreePorts.next(),
            backends.mongodb().uri(),
            "perennial.ingest.max-batch=2",
            "perennial.ingest.delivery-timeout=300ms",
            "perennial.ingest.ack-timeout=500ms")) {
      HttpResponse<String> response = alone.post(PATH, CSV, HEADER + rows(5) + "x\n");
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.headers().firstValue("Retry-After")).isPresent();
      assertThat(items(response).valueStream().map(ImportsTest::verdict))
          .containsExactly(
              "2 unacknowledged unacknowledged",
              "3 unacknowledged unacknowledged",
              "4 unacknowledged unacknowledged",
              "5 unacknowledged unacknowledged",
              "6 unacknowledged unacknowledged",
              "7 rejected row-length");
    }
  }

  private static String rows(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> ROW.replace("netflix", "netflix-" + number))
        .collect(Collectors.joining());
  }

  private static JsonNode items(HttpResponse<String> response) {
    return Service.json(response).path("items");
  }

  private static String verdict(JsonNode item) {
    return String.join(
            " ",
            item.path("row").asString(),
            item.path("status").stringValue(),
            item.path("code").asString(""),
            item.path("column").asString(""))
        .strip();
  }

  private static Event event(JsonNode item) {
    Receipt receipt = Receipt.parse(item.path("receipt").stringValue()).orElseThrow();
    var record = topic.at(receipt.partition(), receipt.offset());
    return ((Decoding.Decoded) EventRecordCodec.decode(record.headers(), record.value())).event();
  }
}
