package dev.perennial.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.http.Receipt;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A read that is given receipts: here with so much time that only what it waits for ends it. */
class ReadYourWriteTest extends DashboardTest {

  private static final String SUBSCRIPTIONS = "/api/v1/subscribers/alice/subscriptions";
  private static final String WAITING = "perennial.dashboard.after.waiting";
  private static final long APPLIED = 41;

  private String key;

  @Override
  String[] settings(String... shared) {
    return new String[] {
      shared[0],
      "--perennial.dashboard.after.longest-wait=10s",
      "--perennial.dashboard.after.most-waiting=1"
    };
  }

  @BeforeEach
  void subscriber() {
    key = seed.apiKey(NOW, Scope.READ);
    seed.insert("subscriptions", seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR"));
    seed.applied(APPLIED, TICK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/alice/summary",
        "/alice/totals",
        "/alice/renewals",
        "/alice/forecast",
        "/alice/subscriptions",
        "/alice/payments"
      })
  void everyReadThatKnowsItsFreshnessSaysThatItHasWhatWasWritten(String read) {
    String path = "/api/v1/subscribers" + read;

    assertThat(read(path, receipt(APPLIED)).get("caughtUp").asBoolean()).isTrue();
    assertThat(JSON.readTree(get(path).body()).has("caughtUp")).isFalse();
  }

  @Test
  void alertsHaveNoWatermarkAndSaySoAtOnce() {
    JsonNode alerts = read("/api/v1/subscribers/alice/alerts", receipt(APPLIED));

    assertThat(alerts.get("caughtUp").asBoolean()).isFalse();
    assertThat(alerts.get("asOf").isNull()).isTrue();
  }

  @Test
  void aReadWaitsUntilEveryCollectionItUsesHasAppliedTheEvent() {
    CompletableFuture<HttpResponse<String>> answer =
        ask("/api/v1/subscribers/alice/summary", receipt(APPLIED + 1));
    awaitWaiting(1);

    seed.watermark("subscriptions", TICK, APPLIED + 1);
    seed.watermark("subscriber-totals", TICK, APPLIED + 1);
    assertThat(answer).isNotDone();
    seed.watermark("payments", TICK.plusSeconds(10), APPLIED + 1);

    JsonNode summary = JSON.readTree(answer.join().body());
    assertThat(summary.get("caughtUp").asBoolean()).isTrue();
    assertThat(summary.get("asOf").asString()).isEqualTo(TICK.toString());
    assertThat(dashboard.gauge(WAITING)).isZero();
  }

  @Test
  void whatIsWrittenWhileAReadWaitsIsInItsAnswer() {
    CompletableFuture<HttpResponse<String>> answer = ask(SUBSCRIPTIONS, receipt(APPLIED + 1));
    awaitWaiting(1);

    seed.insert("subscriptions", seed.subscription("alice", "spotify", "Spotify", "9.99", "EUR"));
    seed.applied(APPLIED + 1, TICK.plusSeconds(10));

    JsonNode subscriptions = JSON.readTree(answer.join().body());
    assertThat(subscriptions.get("subscriptions")).hasSize(2);
    assertThat(subscriptions.get("asOf").asString()).isEqualTo(TICK.plusSeconds(10).toString());
  }

  @Test
  void theFirstEventOfASubscriberCanBeReadToo() {
    CompletableFuture<HttpResponse<String>> answer =
        ask("/api/v1/subscribers/new/subscriptions", receipt(APPLIED + 1));
    awaitWaiting(1);

    seed.insert("subscriptions", seed.subscription("new", "netflix", "Netflix", "12.99", "EUR"));
    seed.applied(APPLIED + 1, TICK);

    assertThat(JSON.readTree(answer.join().body()).get("caughtUp").asBoolean()).isTrue();
  }

  @Test
  void ofSeveralReceiptsTheLastMustBeApplied() {
    String earlier = receipt(APPLIED);
    CompletableFuture<HttpResponse<String>> answer =
        ask(SUBSCRIPTIONS, receipt(APPLIED + 2) + ", " + earlier, earlier);
    awaitWaiting(1);

    seed.applied(APPLIED + 1, TICK);
    assertThat(answer).isNotDone();
    seed.applied(APPLIED + 2, TICK);

    assertThat(JSON.readTree(answer.join().body()).get("caughtUp").asBoolean()).isTrue();
  }

  @Test
  void whereTooManyWaitTheNextIsAnsweredAtOnce() {
    CompletableFuture<HttpResponse<String>> waits = ask(SUBSCRIPTIONS, receipt(APPLIED + 1));
    awaitWaiting(1);

    assertThat(read(SUBSCRIPTIONS, receipt(APPLIED + 1)).get("caughtUp").asBoolean()).isFalse();
    assertThat(read(SUBSCRIPTIONS, receipt(APPLIED)).get("caughtUp").asBoolean()).isTrue();

    seed.applied(APPLIED + 1, TICK);
    assertThat(JSON.readTree(waits.join().body()).get("caughtUp").asBoolean()).isTrue();
  }

  @Test
  void aReceiptOfAnotherSubscribersPartitionIsAProblem() {
    String elsewhere = new Receipt(PARTITION + 1, 1).text();

    assertProblem(get(SUBSCRIPTIONS, elsewhere), "receipt-of-another-subscriber", elsewhere);
    assertProblem(
        get(SUBSCRIPTIONS, receipt(APPLIED), elsewhere),
        "receipt-of-another-subscriber",
        elsewhere);
    assertProblem(
        get("/api/v1/subscribers/nobody/alerts", receipt(APPLIED), elsewhere),
        "receipt-of-another-subscriber",
        elsewhere);
  }

  @Test
  void whatIsNoReceiptIsAProblem() {
    assertProblem(get(SUBSCRIPTIONS, "x<y"), "receipt-malformed", "x<y");
    assertProblem(get("/api/v1/subscribers/alice/alerts", "x<y"), "receipt-malformed", "x<y");
  }

  @Test
  void moreThanAHundredReceiptsAreAProblem() {
    String many = String.join(",", Collections.nCopies(101, receipt(1)));

    assertProblem(get(SUBSCRIPTIONS, many), "receipts-too-many", receipt(1));
  }

  @Test
  void openApiDescribesTheHeaderAndItsAnswer() {
    JsonNode description = JSON.readTree(dashboard.get("/v3/api-docs").body());

    for (JsonNode path : description.get("paths")) {
      assertThat(path.get("get").get("parameters"))
          .filteredOn(parameter -> parameter.get("name").asString().equals(Receipt.AFTER))
          .singleElement()
          .satisfies(
              header -> {
                assertThat(header.get("in").asString()).isEqualTo("header");
                assertThat(header.get("required").asBoolean()).isFalse();
              });
      assertThat(path.get("get").get("parameters"))
          .extracting(parameter -> parameter.get("name").asString())
          .doesNotContain("after");
    }
    for (String answer : new String[] {"Subscribers", "Summary", "Alerts", "Payments"}) {
      assertThat(
              description
                  .at("/components/schemas/" + answer + "/properties/caughtUp/type")
                  .asString())
          .isEqualTo("boolean");
    }
  }

  private static String receipt(long offset) {
    return new Receipt(PARTITION, offset).text();
  }

  private void awaitWaiting(int reads) {
    await()
        .atMost(Duration.ofSeconds(9))
        .untilAsserted(() -> assertThat(dashboard.gauge(WAITING)).isEqualTo(reads));
  }

  private JsonNode read(String path, String... receipts) {
    HttpResponse<String> answer = get(path, receipts);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> get(String path, String... receipts) {
    return dashboard.get(path, headers(receipts));
  }

  private CompletableFuture<HttpResponse<String>> ask(String path, String... receipts) {
    return dashboard.ask(path, headers(receipts));
  }

  private String[] headers(String... receipts) {
    String[] headers = new String[2 + 2 * receipts.length];
    headers[0] = "Authorization";
    headers[1] = "Bearer " + key;
    for (int index = 0; index < receipts.length; index++) {
      headers[2 + 2 * index] = Receipt.AFTER;
      headers[3 + 2 * index] = receipts[index];
    }
    return headers;
  }

  private static void assertProblem(HttpResponse<String> answer, String code, String sent) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"" + code + "\"").doesNotContain(sent);
  }
}
