package dev.perennial.dashboard;

import static dev.perennial.dashboard.Seed.amount;
import static dev.perennial.dashboard.Seed.date;
import static dev.perennial.dashboard.Seed.estimate;
import static dev.perennial.dashboard.Seed.priceFrom;
import static dev.perennial.dashboard.Seed.share;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What will be due, as the read API tells it on 22 November. */
class ForecastApiTest extends DashboardTest {

  private static final String FORECAST = "/api/v1/subscribers/alice/forecast";

  @Test
  void shouldListTheChargesOfThisMonthAndTheNextTwelve() {
    seed.insert("subscriptions", seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR"));

    JsonNode forecast = read(FORECAST);

    assertThat(forecast.get("today").asString()).isEqualTo("2026-11-22");
    assertThat(forecast.get("until").asString()).isEqualTo("2027-12-01");
    assertThat(forecast.get("asOf").asString()).isEqualTo(TICK.toString());
    assertThat(forecast.has("caughtUp")).isFalse();
    assertThat(forecast.get("months")).hasSize(13);
    assertThat(forecast.get("months").get(0))
        .hasToString(
            "{\"month\":\"2026-11\",\"totals\":[{\"amount\":"
                + euros("12.99")
                + ",\"part\":"
                + euros("12.99")
                + ",\"estimated\":"
                + euros("0.00")
                + ",\"charges\":1}]}");
    assertThat(forecast.get("charges").get(3))
        .hasToString(
            "{\"dueOn\":\"2027-02-28\",\"subscriptionId\":\"netflix\",\"name\":\"Netflix\","
                + "\"category\":\"streaming\",\"amount\":"
                + euros("12.99")
                + ",\"part\":"
                + euros("12.99")
                + ",\"priceFrom\":\"2026-01-31\"}");
    assertThat(forecast.get("chargesInAll").asInt()).isEqualTo(13);
  }

  @Test
  void shouldGoByEverythingThatIsAgreedForLater() {
    seed.insert(
        "subscriptions",
        seed.subscription("alice", "power", "Power", "50.00", "EUR")
            .append(
                "priceHistory",
                List.of(
                    priceFrom("2026-01-31", "VARIABLE", "50.00", "EUR"),
                    priceFrom("2027-02-01", "FIXED", "60.00", "EUR")))
            .append("endsOn", date("2027-05-01"))
            .append("agreed", agreed()));

    JsonNode charges = read(FORECAST).get("charges");

    assertThat(charges)
        .extracting(ForecastApiTest::line)
        .containsExactly(
            "2026-12-02 55.00 18.33",
            "2026-12-31 48.21 16.07 estimated",
            "2027-02-28 60.00 30.00",
            "2027-03-07 60.00 30.00",
            "2027-03-14 60.00 30.00",
            "2027-03-21 60.00 30.00",
            "2027-03-28 60.00 30.00",
            "2027-04-04 60.00 30.00",
            "2027-04-11 60.00 30.00",
            "2027-04-18 60.00 30.00",
            "2027-04-25 60.00 30.00");
    assertThat(charges.get(0).has("priceFrom")).isFalse();
  }

  private static Document agreed() {
    return new Document("from", date("2026-01-10"))
        .append(
            "announced",
            List.of(
                new Document("scheduledOn", date("2026-11-30"))
                    .append("dueOn", date("2026-12-02"))
                    .append("amount", amount("55.00", "EUR"))))
        .append(
            "pauses",
            List.of(new Document("from", date("2027-01-15")).append("until", date("2027-02-15"))))
        .append("shares", List.of(share("2026-01-10", 1, 3), share("2027-02-01", 1, 2)))
        .append("estimates", List.of(estimate("2026-01-31", "48.21", "EUR")))
        .append(
            "schedules",
            List.of(
                schedule("2026-01-10", "MONTH", "2026-01-31"),
                schedule("2027-03-01", "WEEK", "2027-02-28")));
  }

  private static Document schedule(String from, String unit, String anchor) {
    return new Document("from", date(from))
        .append("every", 1)
        .append("unit", unit)
        .append("anchor", date(anchor))
        .append("monthEnd", "CLAMP");
  }

  @Test
  void shouldNeverAddAcrossCurrenciesNorCountWhatHasEnded() {
    seed.insert(
        "subscriptions",
        seed.subscription("alice", "a", "A", "12.99", "EUR"),
        seed.subscription("alice", "b", "B", "980", "JPY"),
        seed.subscription("alice", "c", "C", "5.00", "EUR")
            .append("status", "ENDED")
            .append("endsOn", date("2026-11-01")));

    JsonNode totals = read(FORECAST + "?months=1").get("months").get(0).get("totals");

    assertThat(totals).hasSize(2);
    assertThat(totals.get(0).get("part")).hasToString(euros("12.99"));
    assertThat(totals.get(1).get("part").get("value").asString()).isEqualTo("980");
  }

  @Test
  void shouldListNoMoreThanTheLimitAndCountAllOfTwoThousandSubscriptions() {
    seed.insert(
        "subscriptions",
        IntStream.range(0, 2_000)
            .mapToObj(index -> daily("s%04d".formatted(index)))
            .toArray(Document[]::new));

    JsonNode forecast = read(FORECAST + "?limit=2");

    int days = 374;
    assertThat(forecast.get("charges"))
        .extracting(ForecastApiTest::line)
        .containsExactly("2026-11-22 0.05 0.02", "2026-11-22 0.05 0.02");
    assertThat(forecast.get("charges").get(1).get("subscriptionId").asString()).isEqualTo("s0001");
    assertThat(forecast.get("chargesInAll").asInt()).isEqualTo(2_000 * days);
    assertThat(
            IntStream.range(0, 13)
                .mapToObj(month -> forecast.get("months").get(month).get("totals").get(0))
                .map(total -> new BigDecimal(total.get("part").get("value").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(new BigDecimal("0.02").multiply(BigDecimal.valueOf(2_000L * days)));
  }

  private Document daily(String id) {
    Document document = seed.subscription("alice", id, id, "0.05", "EUR");
    Seed.agreed(document).append("shares", List.of(share("2026-01-10", 1, 3)));
    Seed.schedule(document).append("unit", "DAY");
    return document;
  }

  @ParameterizedTest
  @ValueSource(strings = {"months=0", "months=14", "limit=0", "limit=5001", "months=x"})
  void shouldRefuseAParameterOutOfItsRange(String parameter) {
    seed.insert("subscriptions", seed.subscription("alice", "a", "A", "12.99", "EUR"));

    assertThat(get(FORECAST + "?" + parameter).statusCode()).isEqualTo(400);
  }

  @Test
  void shouldSayThatADocumentIsUnreadableRatherThanCountItAsNothing() {
    Document broken = seed.subscription("alice", "a", "A", "12.99", "EUR");
    Seed.schedule(broken).append("unit", "FORTNIGHT");
    seed.insert("subscriptions", broken);

    assertThat(get(FORECAST).statusCode()).isEqualTo(500);
    assertThat(get(FORECAST).body()).contains("document-unreadable");
  }

  @Test
  void shouldFindNoSubscriberOfAnotherTenant() {
    assertThat(get(FORECAST).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldTellShareEstimateAndWhatAPaymentBelongsTo() {
    seed.insert(
        "subscriptions",
        seed.subscription("alice", "a", "A", "12.99", "EUR")
            .append("estimate", amount("11.40", "EUR"))
            .append("share", new Document("part", 2).append("of", 5)),
        seed.subscription("alice", "b", "B", "12.99", "EUR"));
    seed.insert(
        "payments",
        seed.payment("alice", "a", "p1", "2026-11-04", amount("12.99", "EUR"))
            .append("matches", date("2026-11-30")));

    JsonNode subscriptions = read("/api/v1/subscribers/alice/subscriptions").get("subscriptions");
    JsonNode payment = read("/api/v1/subscribers/alice/payments").get("payments").get(0);

    assertThat(subscriptions.get(0).get("estimate")).hasToString(euros("11.40"));
    assertThat(subscriptions.get(0).get("share")).hasToString("{\"part\":2,\"of\":5}");
    assertThat(subscriptions.get(1).propertyNames()).doesNotContain("estimate", "share");
    assertThat(payment.get("matches").asString()).isEqualTo("2026-11-30");
  }

  private static String line(JsonNode charge) {
    return charge.get("dueOn").asString()
        + " "
        + charge.get("amount").get("value").asString()
        + " "
        + charge.get("part").get("value").asString()
        + (charge.has("estimated") ? " estimated" : "");
  }

  private static String euros(String value) {
    return "{\"value\":\"" + value + "\",\"currency\":\"EUR\"}";
  }
}
