package dev.perennial.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.http.Receipt;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A read that is given receipts, and too little time for what they stand for. */
class ReadTooSoonTest extends DashboardTest {

  private static final String NOT_YET = new Receipt(PARTITION, 42).text();

  @Override
  String[] settings(String... shared) {
    return new String[] {
      shared[0],
      "--perennial.dashboard.after.longest-wait=250ms",
      "--perennial.dashboard.after.most-waiting=1"
    };
  }

  @Test
  void whenTheTimeIsOverTheAnswerIsWhatIsThere() {
    seed.insert("subscriptions", seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR"));

    HttpResponse<String> answer = tooSoon("/api/v1/subscribers/alice/subscriptions");
    JsonNode subscriptions = JSON.readTree(answer.body());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(subscriptions.get("caughtUp").asBoolean()).isFalse();
    assertThat(subscriptions.get("asOf").asString()).isEqualTo(TICK.toString());
    assertThat(subscriptions.get("subscriptions")).hasSize(1);
  }

  @Test
  void whereTheSubscriberIsNotThereByThenItIsNotFound() {
    assertThat(tooSoon("/api/v1/subscribers/new/subscriptions").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"subscriptions", "payments", "subscriber-totals"})
  void oneCollectionThatLagsIsEnough(String lagging) {
    seed.insert("subscriptions", seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR"));
    seed.applied(42, TICK);
    assertThat(caughtUp("/api/v1/subscribers/alice/periods")).isTrue();

    seed.watermark(lagging, TICK, 41);

    assertThat(caughtUp("/api/v1/subscribers/alice/periods")).isFalse();
  }

  @Test
  void aPartitionThatNeverHadAWatermarkHasCaughtUpWithNothing() {
    String elsewhere = new Receipt(PARTITION + 100, 0).text();

    assertThat(caughtUp("/api/v1/subscribers", elsewhere)).isFalse();
  }

  @Test
  void aReaderThatGoesAwayHoldsNothingOnceItsTimeIsOver() {
    seed.insert("subscriptions", seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR"));
    for (int reader = 0; reader < 3; reader++) {
      CompletableFuture<HttpResponse<String>> answer =
          dashboard.ask("/api/v1/subscribers/alice/payments", headers(NOT_YET));
      awaitWaiting(1);
      answer.cancel(true);
      awaitWaiting(0);
    }

    assertThat(caughtUp("/api/v1/subscribers/alice/payments")).isFalse();
  }

  private void awaitWaiting(int reads) {
    await()
        .pollInterval(Duration.ofMillis(10))
        .untilAsserted(
            () ->
                assertThat(dashboard.gauge("perennial.dashboard.after.waiting")).isEqualTo(reads));
  }

  private boolean caughtUp(String path) {
    return caughtUp(path, NOT_YET);
  }

  private boolean caughtUp(String path, String receipt) {
    String body = dashboard.get(path, headers(receipt)).body();
    return JSON.readTree(body).get("caughtUp").asBoolean();
  }

  private HttpResponse<String> tooSoon(String path) {
    return dashboard.get(path, headers(NOT_YET));
  }

  private String[] headers(String receipt) {
    return new String[] {
      "Authorization", "Bearer " + seed.apiKey(NOW, Scope.READ), Receipt.AFTER, receipt
    };
  }
}
