package dev.perennial.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Alerts about all of a subscriber: a budget has no subscription, a digest no amount either. */
class AlertsOfAllTest extends DashboardTest {

  @BeforeEach
  void tell() {
    Document budget =
        seed.delivery("alice", "a", "SENT", "Your budget is exceeded", NOW.minusSeconds(60))
            .append("alertType", "budget.exceeded");
    Document digest =
        seed.delivery("alice", "b", "SENT", "Your week", NOW.minusSeconds(120))
            .append("alertType", "digest.weekly");
    budget.remove("subscriptionId");
    digest.remove("subscriptionId");
    digest.remove("amount");
    seed.insert("subscriptions", seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR"));
    seed.insert("deliveries", budget, digest);
  }

  @Test
  void theReadApiListsThem() {
    JsonNode alerts = read("/api/v1/subscribers/alice/alerts").get("alerts");

    assertThat(alerts).hasSize(2);
    assertThat(alerts.get(0).has("subscriptionId")).isFalse();
    assertThat(alerts.get(0).get("amount").get("value").asString()).isEqualTo("12.99");
    assertThat(alerts.get(1).propertyNames()).doesNotContain("subscriptionId", "amount");
  }

  @Test
  void thePageShowsThem() {
    signIn();

    assertThat(panel("alerts"))
        .contains("Your budget is exceeded", "Your week")
        .containsOnlyOnce("data-value=\"12.99\"");
  }
}
