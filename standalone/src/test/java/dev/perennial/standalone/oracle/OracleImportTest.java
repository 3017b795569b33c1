package dev.perennial.standalone.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** History tells of nothing that lies behind it. */
class OracleImportTest {

  /** Due on 28 February 2025, told 7 days and one day before at nine. */
  @ParameterizedTest
  @CsvSource({
    "2025-02-21T09:00:00Z, 2025-02-28 lead 7 in 7;2025-02-28 lead 1 in 1",
    "2025-02-21T09:00:01Z, 2025-02-28 lead 1 in 1",
    "2025-02-27T09:00:00Z, 2025-02-28 lead 1 in 1",
    "2025-02-27T09:00:01Z, ''"
  })
  void whatShouldHaveBeenToldBeforeTheImportStaysUnsaid(String receivedAt, String told) {
    Told gym =
        new Told()
            .prefer("\"zone\":\"UTC\"")
            .start()
            .importedAt(receivedAt)
            .tick("2025-02-20T00:00:00Z", "2025-02-28T12:00:00Z");

    assertThat(String.join(";", gym.alerts(AlertType.RENEWAL_UPCOMING).reversed())).isEqualTo(told);
  }

  @Test
  void theNewestImportOfASubscriptionCounts() {
    Told gym =
        told()
            .importedAt("2025-02-01T00:00:00Z")
            .pay("2025-01-31T10:00:00Z", "p1", "20.00")
            .importedAt("2025-02-26T00:00:00Z")
            .tick("2025-02-26T12:00:00Z", "2025-02-26T13:00:00Z");

    assertThat(gym.alerts()).isEmpty();
  }

  @Test
  void whatTheSubscriberSaidOfItselfIsAboutNoSubscription() {
    Told gym =
        new Told()
            .prefer("\"zone\":\"UTC\"")
            .importedAt("2025-02-26T00:00:00Z")
            .start()
            .tick("2025-02-26T12:00:00Z", "2025-02-26T13:00:00Z");

    assertThat(gym.alerts()).containsExactly("2025-02-28 lead 7 in 2");
  }

  @Test
  void whatWasForgottenWasNotImported() {
    Told gym =
        told()
            .importedAt("2025-02-26T00:00:00Z")
            .add("subscription.deleted", "2025-01-25T00:00:00Z", "")
            .add("subscription.started", "2025-01-26T10:00:00Z", Told.GYM)
            .tick("2025-02-26T12:00:00Z", "2025-02-26T13:00:00Z");

    assertThat(gym.alerts()).containsExactly("2025-02-28 lead 7 in 2");
  }

  @Test
  void budgetsAreToldAllTheSame() {
    Told gym =
        new Told()
            .prefer(
                "\"zone\":\"UTC\",\"currency\":\"EUR\",\"budgets\":[{%s}]"
                    .formatted(Told.amount("19")))
            .start()
            .importedAt("2025-02-05T00:00:00Z")
            .pay("2025-02-01T10:00:00Z", "p1", "20.00")
            .importedAt("2025-02-05T00:00:00Z")
            .tick("2025-02-05T01:00:00Z", "2025-02-05T02:00:00Z");

    assertThat(gym.alerts(AlertType.BUDGET_EXCEEDED)).hasSize(1);
  }

  @Test
  void aPaymentSaysHowItsEventCameIn() {
    Told gym =
        told()
            .importedAt("2025-02-26T00:00:00Z")
            .pay("2025-01-31T10:00:00Z", "p1", "20.00")
            .importedAt("2025-02-26T00:00:00Z")
            .pay("2025-02-25T10:00:00Z", "p2", "20.00")
            .on("2025-02-26");

    assertThat(modes(gym, "p1")).containsExactly("BACKFILL");
    assertThat(modes(gym, "p2")).containsExactly("LIVE");
  }

  private static Told told() {
    return new Told().prefer("\"zone\":\"UTC\"").start();
  }

  private static List<Object> modes(Told told, String payment) {
    return ((List<?>) Json.member(told.payment(payment), "events"))
        .stream().map(event -> Happening.map(event).get("mode")).toList();
  }
}
