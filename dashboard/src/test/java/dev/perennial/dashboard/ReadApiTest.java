package dev.perennial.dashboard;

import static dev.perennial.dashboard.Seed.amount;
import static dev.perennial.dashboard.Seed.date;
import static dev.perennial.dashboard.Seed.day;
import static dev.perennial.dashboard.Seed.line;
import static dev.perennial.dashboard.Seed.renewal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.control.Scope;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ReadApiTest extends DashboardTest {

  @Test
  void theSummaryComparesThisMonthWithTheSameDayOfLastMonthInEachCurrency() {
    seed.insert("subscriptions", seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR"));
    seed.insert(
        "subscriber-totals",
        seed.totals(
            "alice",
            "2026-11",
            List.of(
                line("music", "EUR", "21.50"),
                line("streaming", "EUR", "1213.00"),
                line("reading", "JPY", "980")),
            List.of(day(4, "EUR", "1213.00"), day(20, "EUR", "21.50"), day(20, "JPY", "980"))),
        seed.totals(
            "alice",
            "2026-10",
            List.of(line("streaming", "EUR", "24.99")),
            List.of(day(4, "EUR", "12.99"), day(23, "EUR", "12.00"))));
    seed.insert(
        "payments",
        seed.payment("alice", "netflix", "p1", "2026-10-04", amount("15.00", "EUR"))
            .append("status", "PARTIALLY_REFUNDED")
            .append(
                "refunds",
                List.of(
                    new Document("refundId", "r1")
                        .append("at", date("2026-11-02"))
                        .append("amount", amount("2.01", "EUR")))),
        seed.payment("alice", "netflix", "p2", "2026-10-05", amount("99.00", "EUR"))
            .append("status", "FAILED"),
        seed.payment("alice", "netflix", "p4", "2026-10-06", amount("77.00", "EUR"))
            .append("status", "VOIDED"),
        seed.payment("alice", "netflix", "p3", "2026-10-23", amount("12.00", "EUR")));

    JsonNode summary = read("/api/v1/subscribers/alice/summary");

    assertThat(summary.get("today").asString()).isEqualTo("2026-11-22");
    assertThat(summary.get("month").asString()).isEqualTo("2026-11");
    assertThat(summary.get("asOf").asString()).isEqualTo(TICK.toString());
    assertThat(summary.get("currencies"))
        .hasToString(
            """
            [{"currency":"EUR","thisMonth":"1234.50","sameDayLastMonth":"12.99","change":"1221.51",\
            "lastMonth":"24.99","categories":[\
            {"category":"streaming","thisMonth":"1213.00","sameDayLastMonth":"12.99","change":"1200.01"},\
            {"category":"music","thisMonth":"21.50","sameDayLastMonth":"0.00","change":"21.50"}]},\
            {"currency":"JPY","thisMonth":"980","sameDayLastMonth":"0","change":"980",\
            "lastMonth":"0","categories":[\
            {"category":"reading","thisMonth":"980","sameDayLastMonth":"0","change":"980"}]}]\
            """);
  }

  @Test
  void todayIsTheSubscribersLocalDate() {
    seed.insert(
        "subscriptions",
        seed.subscription("kiri", "neon", "Neon", "19.99", "NZD")
            .append("zone", "Pacific/Auckland")
            .append("nextRenewal", renewal("2026-11-24", "19.99", "NZD")));

    JsonNode renewals = read("/api/v1/subscribers/kiri/renewals");

    assertThat(renewals.get("today").asString()).isEqualTo("2026-11-23");
    assertThat(renewals.get("renewals").get(0).get("daysLeft").asInt()).isEqualTo(1);
  }

  @Test
  void renewalsComeSoonestFirstAndNoFurtherThanAsked() {
    seed.insert(
        "subscriptions",
        seed.subscription("alice", "late", "Late", "1.00", "EUR")
            .append("nextRenewal", renewal("2026-12-23", "1.00", "EUR")),
        seed.subscription("alice", "last-day", "Last day", "2.00", "EUR")
            .append("nextRenewal", renewal("2026-12-22", "2.00", "EUR")),
        seed.subscription("alice", "today", "Today", "3.00", "EUR")
            .append("nextRenewal", renewal("2026-11-22", "3.00", "EUR")),
        seed.subscription("alice", "ended", "Ended", "4.00", "EUR").append("status", "ENDED"));

    assertThat(read("/api/v1/subscribers/alice/renewals?days=30").get("renewals"))
        .extracting(renewal -> renewal.get("subscriptionId").asString())
        .containsExactly("today", "last-day");
    assertThat(read("/api/v1/subscribers/alice/renewals?days=31").get("renewals")).hasSize(3);
  }

  @Test
  void totalsListEveryMonthAskedForOldestFirst() {
    seed.insert(
        "subscriber-totals",
        seed.totals(
            "alice",
            "2026-10",
            List.of(line("streaming", "EUR", "12.90")),
            List.of(day(4, "EUR", "12.90"))));

    JsonNode totals = read("/api/v1/subscribers/alice/totals?months=2");

    assertThat(totals.get("months"))
        .hasToString(
            """
            [{"month":"2026-10","lines":[{"category":"streaming","amount":{"value":"12.90","currency":"EUR"}}],\
            "days":[{"date":"2026-10-04","amount":{"value":"12.90","currency":"EUR"}}]},\
            {"month":"2026-11","lines":[],"days":[]}]\
            """);
  }

  @Test
  void alertsAreListedWithEachDeliverysState() {
    seed.insert("subscriptions", seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR"));
    seed.insert(
        "deliveries",
        seed.delivery("alice", "a", "SENT", "Netflix renews", NOW.minusSeconds(60)),
        seed.delivery("alice", "b", "UNKNOWN", "Netflix renews", NOW.minusSeconds(60))
            .append("alertId", "alert-a")
            .append("reason", "no answer"));

    JsonNode alerts = read("/api/v1/subscribers/alice/alerts").get("alerts");

    assertThat(alerts).hasSize(1);
    assertThat(alerts.get(0).get("deliveries"))
        .extracting(delivery -> delivery.get("state").asString())
        .containsExactlyInAnyOrder("SENT", "UNKNOWN");
  }

  @Test
  void subscriptionsAndPaymentsAreListedWhole() {
    seed.insert(
        "subscriptions",
        seed.subscription("alice", "netflix", "Netflix", "12.90", "EUR")
            .append("trialEnds", date("2026-11-30"))
            .append("nextRenewal", renewal("2026-11-30", "12.90", "EUR")));
    seed.insert(
        "payments", seed.payment("alice", "netflix", "p1", "2026-11-04", amount("980", "JPY")));

    JsonNode subscription =
        read("/api/v1/subscribers/alice/subscriptions").get("subscriptions").get(0);
    JsonNode payment = read("/api/v1/subscribers/alice/payments").get("payments").get(0);

    assertThat(subscription.get("trialEnds").asString()).isEqualTo("2026-11-30");
    assertThat(subscription.get("price")).hasToString("{\"value\":\"12.90\",\"currency\":\"EUR\"}");
    assertThat(subscription.get("endsOn")).isNull();
    assertThat(payment.get("paidOn").asString()).isEqualTo("2026-11-04");
    assertThat(payment.get("amount")).hasToString("{\"value\":\"980\",\"currency\":\"JPY\"}");
  }

  @Test
  void asOfIsTheOldestWatermarkOfWhatWasRead() {
    seed.insert("subscriptions", seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR"));
    seed.watermark("payments", TICK.minusSeconds(100));

    assertThat(read("/api/v1/subscribers/alice/summary").get("asOf").asString())
        .isEqualTo(TICK.minusSeconds(100).toString());
    assertThat(read("/api/v1/subscribers/alice/subscriptions").get("asOf").asString())
        .isEqualTo(TICK.toString());
  }

  @Test
  void asOfIsNullWhileAWatermarkIsMissing() {
    Document elsewhere =
        seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR").append("partition", 11);
    seed.insert("subscriptions", elsewhere);

    JsonNode answer = read("/api/v1/subscribers/alice/subscriptions");

    assertThat(answer.has("asOf")).isTrue();
    assertThat(answer.get("asOf").isNull()).isTrue();
  }

  @Test
  void erasedDocumentsAreNotRead() {
    seed.insert(
        "subscriptions",
        seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR"),
        seed.subscription("alice", "gone", "Gone", "1.00", "EUR").append("erased", true));

    assertThat(read("/api/v1/subscribers/alice/subscriptions").get("subscriptions")).hasSize(1);
  }

  @Test
  void anotherTenantsSubscriberIsNotFound() {
    Seed other = new Seed(mongo, EPOCH, tenant + "-other", PARTITION);
    other.insert("subscriptions", other.subscription("alice", "x", "X", "1.00", "EUR"));
    seed.insert("subscriptions", seed.subscription("bob", "netflix", "Netflix", "12.99", "EUR"));

    HttpResponse<String> answer = get("/api/v1/subscribers/alice/summary");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("subscriber-unknown").doesNotContain("alice");
    assertThat(read("/api/v1/subscribers").get("subscribers"))
        .hasToString("[{\"subscriberId\":\"bob\",\"subscriptions\":1}]");
  }

  @Test
  void subscribersAreFoundByAPartOfTheirIdTakenLiterally() {
    seed.insert(
        "subscriptions",
        seed.subscription("alice.a", "x", "X", "1.00", "EUR"),
        seed.subscription("alicexa", "x", "X", "1.00", "EUR"));
    seed.insert("subscriber-totals", seed.totals("ALICE.b", "2026-11", List.of(), List.of()));

    assertThat(read("/api/v1/subscribers?q=alice.").get("subscribers"))
        .extracting(entry -> entry.get("subscriberId").asString())
        .containsExactly("ALICE.b", "alice.a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"renewals?days=-1", "renewals?days=x", "totals?months=0", "payments?limit=501"})
  void aParameterOutOfItsRangeIsRefused(String path) {
    seed.insert("subscriptions", seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR"));

    HttpResponse<String> answer = get("/api/v1/subscribers/alice/" + path);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void aDocumentOfAnotherShapeIsAFailureThatQuotesNothing() {
    seed.insert(
        "subscriptions",
        seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR")
            .append("name", new Date()));

    HttpResponse<String> answer = get("/api/v1/subscribers/alice/subscriptions");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("document-unreadable").doesNotContain("alice");
  }

  @Test
  void withoutAKeyOrASessionNothingIsRead() {
    assertThat(dashboard.get("/api/v1/subscribers").statusCode()).isEqualTo(401);
  }

  @Test
  void aKeyWithoutTheScopeReadIsForbidden() {
    String key = seed.apiKey(NOW, Scope.EVENTS_WRITE);

    assertThat(dashboard.get("/api/v1/subscribers", "Authorization", "Bearer " + key).statusCode())
        .isEqualTo(403);
  }

  @Test
  void thePagesSessionReadsTheApi() {
    signIn();

    assertThat(dashboard.get("/api/v1/subscribers").statusCode()).isEqualTo(200);
  }

  @Test
  void openApiDescribesEveryPath() {
    JsonNode description = JSON.readTree(dashboard.get("/v3/api-docs").body());

    assertThat(description.get("paths").propertyNames())
        .contains(
            "/api/v1/subscribers",
            "/api/v1/subscribers/{subscriberId}/summary",
            "/api/v1/subscribers/{subscriberId}/totals",
            "/api/v1/subscribers/{subscriberId}/renewals",
            "/api/v1/subscribers/{subscriberId}/forecast",
            "/api/v1/subscribers/{subscriberId}/alerts",
            "/api/v1/subscribers/{subscriberId}/subscriptions",
            "/api/v1/subscribers/{subscriberId}/payments")
        .noneMatch(path -> path.startsWith("/ui"));
  }
}
