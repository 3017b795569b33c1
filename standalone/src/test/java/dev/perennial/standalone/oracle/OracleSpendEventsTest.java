package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.Told.amount;
import static dev.perennial.standalone.oracle.Told.noon;
import static dev.perennial.standalone.oracle.Told.paid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Which events made what a payment counts. */
@NullUnmarked // a missing document fails the test, which is its purpose
class OracleSpendEventsTest {

  private final Told told = new Told();

  private List<String> events(String payment) {
    return told.payment(payment).get("events") instanceof List<?> events
        ? events.stream().map(event -> shown((Map<?, ?>) event)).toList()
        : List.of();
  }

  private static String shown(Map<?, ?> event) {
    Map<?, ?> change = (Map<?, ?>) Json.member(event, "change");
    return event.get("id") + " " + change.get("value") + " " + change.get("currency");
  }

  @Test
  void saysWhoseItIsAndWhenItHappened() {
    told.pay("2025-02-01T10:00:00Z", "p1", "20");
    assertThat(told.payment("p1").get("events"))
        .isEqualTo(
            List.of(
                Map.of(
                    "type", "payment.succeeded",
                    "source", "/billing",
                    "id", "e0",
                    "time", Instant.parse("2025-02-01T10:00:00Z"),
                    "receivedAt", Instant.class,
                    "mode", "LIVE",
                    "change", Told.euros("20.00"))));
  }

  @Test
  void addsUpToWhatThePaymentCounts() {
    told.start(",\"share\":{\"part\":1,\"of\":2}").pay(noon("2025-02-01"), "p1", "20");
    told.refund(noon("2025-02-03"), "p1", "5").refund(noon("2025-02-05"), "p1", "1");
    told.add("payment.corrected", noon("2025-02-04"), paid("p1", "18"));
    assertThat(events("p1"))
        .containsExactly("e1 10.00 EUR", "e2 -2.50 EUR", "e4 -1.00 EUR", "e3 -0.50 EUR");
  }

  @Test
  void leavesOutWhatChangedNothing() {
    told.add("payment.corrected", noon("2025-02-01"), paid("p1", "18"));
    told.fail(noon("2025-02-02"), "p1", "20").pay(noon("2025-02-03"), "p1", "20");
    told.add("payment.corrected", noon("2025-02-04"), paid("p1", "18"));
    assertThat(events("p1")).containsExactly("e2 18.00 EUR");
  }

  @Test
  void takesBackWhatWasVoidedAndCountsItAnew() {
    told.pay(noon("2025-02-01"), "p1", "20").refund(noon("2025-02-02"), "p1", "5");
    told.add("payment.voided", noon("2025-02-03"), "\"paymentId\":\"p1\"");
    assertThat(events("p1")).containsExactly("e0 20.00 EUR", "e1 -5.00 EUR", "e2 -15.00 EUR");
    told.pay(noon("2025-02-04"), "p1", "21");
    assertThat(events("p1")).endsWith("e3 16.00 EUR");
  }

  @Test
  void changesEachCurrencyByItself() {
    told.pay(noon("2025-02-01"), "p1", "20");
    told.add(
        "payment.corrected", noon("2025-02-02"), "\"paymentId\":\"p1\"," + amount("22", "USD"));
    assertThat(events("p1")).containsExactly("e0 20.00 EUR", "e1 -20.00 EUR", "e1 22.00 USD");
  }

  @Test
  void knowsNothingOfWhatIsSuperseded() {
    told.add(Told.event("e", "payment.succeeded", noon("2025-02-01"), paid("p1", "20")));
    told.add(Told.event("e", "payment.succeeded", noon("2025-02-02"), paid("p1", "21")));
    assertThat(events("p1")).containsExactly("e 21.00 EUR");
  }
}
