package dev.perennial.dashboard;

import static dev.perennial.dashboard.Seed.amount;
import static dev.perennial.dashboard.Seed.cancelBy;
import static dev.perennial.dashboard.Seed.notice;
import static dev.perennial.dashboard.Seed.priceFrom;
import static dev.perennial.dashboard.Seed.renewal;
import static dev.perennial.dashboard.Seed.sum;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What subscriptions cost and how they bind, as the read API tells it. */
class CostsApiTest extends DashboardTest {

  @Test
  void aSubscriptionTellsWhatItCostsAndHowItBinds() {
    seed.insert(
        "subscriptions",
        seed.subscription("alice", "power", "Power", "120.00", "EUR")
            .append(
                "price", new Document("kind", "VARIABLE").append("amount", amount("120.00", "EUR")))
            .append(
                "priceHistory",
                List.of(
                    priceFrom("2026-01-31", "FIXED", "110.50", "EUR"),
                    priceFrom("2027-03-15", "VARIABLE", "120.00", "EUR")))
            .append("runRate", amount("10.00", "EUR"))
            .append("lifetimeSpend", List.of(sum("480.00", "EUR"), sum("980", "JPY")))
            .append("occurrences", 24)
            .append("notice", notice(3, "MONTH"))
            .append("cancelBy", cancelBy("2026-10-31", "2027-01-31"))
            .append(
                "nextRenewal", renewal("2026-12-01", "118.40", "EUR").append("estimated", true)));

    JsonNode subscription =
        read("/api/v1/subscribers/alice/subscriptions").get("subscriptions").get(0);
    JsonNode renewal = read("/api/v1/subscribers/alice/renewals").get("renewals").get(0);

    assertThat(subscription.get("priceKind").asString()).isEqualTo("VARIABLE");
    assertThat(subscription.get("runRate")).hasToString(euros("10.00"));
    assertThat(subscription.get("lifetimeSpend"))
        .hasToString("[" + euros("480.00") + ",{\"value\":\"980\",\"currency\":\"JPY\"}]");
    assertThat(subscription.get("priceHistory"))
        .hasToString(
            "[{\"from\":\"2026-01-31\",\"kind\":\"FIXED\",\"amount\":"
                + euros("110.50")
                + "},"
                + "{\"from\":\"2027-03-15\",\"kind\":\"VARIABLE\",\"amount\":"
                + euros("120.00")
                + "}]");
    assertThat(subscription.get("occurrences").asInt()).isEqualTo(24);
    assertThat(subscription.get("nextRenewal").get("estimated").asBoolean()).isTrue();
    for (JsonNode answer : List.of(subscription, renewal)) {
      assertThat(answer.get("notice")).hasToString("{\"every\":3,\"unit\":\"MONTH\"}");
      assertThat(answer.get("cancelBy"))
          .hasToString("{\"on\":\"2026-10-31\",\"renewal\":\"2027-01-31\"}");
    }
    assertThat(renewal.get("amount")).hasToString(euros("118.40"));
    assertThat(renewal.get("estimated").asBoolean()).isTrue();
    assertThat(renewal.get("runRate")).hasToString(euros("10.00"));
  }

  @Test
  void whatASubscriptionDoesNotHaveIsLeftOut() {
    Document bare =
        seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR")
            .append("nextRenewal", renewal("2026-12-01", "12.99", "EUR"));
    List.of("priceHistory", "runRate", "lifetimeSpend").forEach(bare::remove);
    seed.insert("subscriptions", bare);
    seed.insert(
        "payments", seed.payment("alice", "netflix", "p1", "2026-11-04", amount("12.99", "EUR")));

    assertThat(
            read("/api/v1/subscribers/alice/subscriptions")
                .get("subscriptions")
                .get(0)
                .propertyNames())
        .doesNotContain(
            "occurrences", "notice", "cancelBy", "runRate", "lifetimeSpend", "priceHistory");
    assertThat(read("/api/v1/subscribers/alice/renewals").get("renewals").get(0).propertyNames())
        .doesNotContain("estimated", "notice", "cancelBy", "runRate");
    assertThat(read("/api/v1/subscribers/alice/payments").get("payments").get(0).propertyNames())
        .doesNotContain("corrected");
    assertThat(read("/api/v1/subscribers/alice/summary").get("runRates")).isEmpty();
  }

  @Test
  void runRatesAreAddedWithinACurrencyAndNeverAcross() {
    seed.insert(
        "subscriptions",
        seed.subscription("alice", "a", "A", "12.99", "EUR"),
        seed.subscription("alice", "b", "B", "120.00", "EUR")
            .append("runRate", amount("10.01", "EUR")),
        seed.subscription("alice", "c", "C", "980", "JPY"));

    assertThat(read("/api/v1/subscribers/alice/summary").get("runRates"))
        .hasToString("[" + euros("23.00") + ",{\"value\":\"980\",\"currency\":\"JPY\"}]");
  }

  @Test
  void aPaymentTellsThatItWasCorrectedOrVoided() {
    seed.insert("subscriptions", seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR"));
    seed.insert(
        "payments",
        seed.payment("alice", "netflix", "p2", "2026-11-05", amount("11.00", "EUR"))
            .append("corrected", true),
        seed.payment("alice", "netflix", "p1", "2026-11-04", amount("12.99", "EUR"))
            .append("status", "VOIDED"));

    JsonNode payments = read("/api/v1/subscribers/alice/payments").get("payments");

    assertThat(payments.get(0).get("corrected").asBoolean()).isTrue();
    assertThat(payments.get(1).get("status").asString()).isEqualTo("VOIDED");
  }

  private static String euros(String value) {
    return "{\"value\":\"" + value + "\",\"currency\":\"EUR\"}";
  }
}
