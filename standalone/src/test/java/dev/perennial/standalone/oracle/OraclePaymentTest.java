package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.Told.amount;
import static dev.perennial.standalone.oracle.Told.date;
import static dev.perennial.standalone.oracle.Told.euros;
import static dev.perennial.standalone.oracle.Told.noon;
import static dev.perennial.standalone.oracle.Told.paid;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Payments that were corrected or voided. */
@NullUnmarked // a missing document fails the test, which is its purpose
class OraclePaymentTest {

  private final Told told = new Told().start();

  @Test
  void replacesTheAmountAndOnlyAGivenDueDate() {
    pay("2025-02-01", paid("p1", "20.00") + ",\"dueOn\":\"2025-01-31\"");
    correct("2025-02-03", paid("p1", "18.00"));
    assertThat(told.payment("p1"))
        .containsEntry("status", "SUCCEEDED")
        .containsEntry("amount", euros("18.00"))
        .containsEntry("dueOn", date("2025-01-31"))
        .containsEntry("paidOn", date("2025-02-01"))
        .containsEntry("corrected", true);
    correct("2025-02-02", paid("p1", "17.00") + ",\"dueOn\":\"2025-02-28\"");
    assertThat(told.payment("p1")).containsEntry("dueOn", date("2025-01-31"));
    correct("2025-02-04", paid("p1", "16.00") + ",\"dueOn\":\"2025-02-28\"");
    assertThat(told.payment("p1"))
        .containsEntry("amount", euros("16.00"))
        .containsEntry("dueOn", date("2025-02-28"));
  }

  @Test
  void correctsAnAttemptThatComesLater() {
    correct("2025-02-01", paid("p1", "18.00"));
    assertThat(told.receipt("e1")).isEqualTo("WAITING");
    assertThat(told.payment("p1")).isNull();
    pay("2025-02-02", paid("p1", "20.00"));
    assertThat(told.receipt("e1")).isEqualTo("APPLIED");
    assertThat(told.payment("p1")).containsEntry("amount", euros("18.00"));
  }

  @Test
  void comparesRefundsWithTheCorrectedAmount() {
    pay("2025-02-01", paid("p1", "20.00"));
    told.refund(noon("2025-02-02"), "p1", "18.00");
    assertThat(told.payment("p1")).containsEntry("status", "PARTIALLY_REFUNDED");
    correct("2025-02-03", paid("p1", "18.00"));
    assertThat(told.payment("p1")).containsEntry("status", "REFUNDED");
    assertThat(told.expect().collection(Expected.TOTALS)).isEmpty();
  }

  @Test
  void spendsNothingOnAVoidedPaymentAndItsRefunds() {
    pay("2025-02-01", paid("p1", "20.00"));
    told.refund(noon("2025-02-02"), "p1", "5.00");
    voided("2025-02-03", "p1");
    assertThat(told.payment("p1"))
        .containsEntry("status", "VOIDED")
        .containsEntry("paidAt", Instant.parse(noon("2025-02-01")))
        .containsEntry("amount", euros("20.00"))
        .doesNotContainKey("corrected");
    assertThat((List<?>) told.payment("p1").get("refunds")).hasSize(1);
    assertThat(told.expect().collection(Expected.TOTALS)).isEmpty();
    assertThat(told.subscription())
        .doesNotContainKey("lastPayment")
        .containsEntry("lifetimeSpend", List.of());
    assertThat(told.statuses()).containsOnly("APPLIED");
  }

  @Test
  void countsAgainWhatWasAttemptedAfterItWasVoided() {
    pay("2025-02-01", paid("p1", "20.00"));
    voided("2025-02-03", "p1");
    pay("2025-02-05", paid("p1", "21.00"));
    assertThat(told.payment("p1"))
        .containsEntry("status", "SUCCEEDED")
        .containsEntry("paidOn", date("2025-02-05"))
        .containsEntry("amount", euros("21.00"));
  }

  @Test
  void waitsForThePaymentToVoid() {
    voided("2025-02-03", "p1");
    told.refund(noon("2025-02-04"), "p1", "1.00");
    assertThat(told.payment("p1")).isNull();
    assertThat(told.statuses()).containsExactlyInAnyOrder("APPLIED", "WAITING", "WAITING");
    pay("2025-02-01", paid("p1", "20.00"));
    assertThat(told.payment("p1")).containsEntry("status", "VOIDED");
    assertThat(told.statuses()).containsOnly("APPLIED");
  }

  @Test
  void isPastDueByTheLastPaymentThatWasNotVoided() {
    told.add("payment.failed", noon("2025-02-01"), paid("p1", "20.00"));
    pay("2025-02-02", paid("p2", "20.00"));
    assertThat(told.subscription()).containsEntry("status", "ACTIVE");
    voided("2025-02-03", "p2");
    assertThat(told.subscription()).containsEntry("status", "PAST_DUE");
    voided("2025-02-03", "p1");
    assertThat(told.subscription()).containsEntry("status", "ACTIVE");
  }

  @Test
  void tellsTheLastPaymentThatWentThrough() {
    pay("2025-02-01", paid("p1", "20.00"));
    correct("2025-02-02", paid("p1", "19.00"));
    told.refund(noon("2025-02-03"), "p1", "19.00");
    told.add("payment.failed", noon("2025-02-04"), paid("p2", "20.00"));
    assertThat(told.subscription())
        .containsEntry(
            "lastPayment",
            Map.of("paidAt", Instant.parse(noon("2025-02-01")), "amount", euros("19.00")));
  }

  @Test
  void sumsWhatWasSpentByCurrencyAndLeavesOutNothing() {
    pay("2025-02-01", "\"paymentId\":\"p1\"," + amount("30").replace("EUR", "USD"));
    pay("2025-03-01", paid("p2", "20.00"));
    told.refund(noon("2025-03-05"), "p2", "5.50");
    pay("2025-04-01", "\"paymentId\":\"p3\"," + amount("9").replace("EUR", "CHF"));
    told.add(
        "payment.refunded",
        noon("2025-04-02"),
        "\"refundId\":\"r\",\"paymentId\":\"p3\"," + amount("9").replace("EUR", "CHF"));
    assertThat(told.subscription())
        .containsEntry(
            "lifetimeSpend",
            List.of(
                Map.of("currency", "EUR", "amount", new BigDecimal("14.50")),
                Map.of("currency", "USD", "amount", new BigDecimal("30.00"))));
  }

  private void pay(String day, String data) {
    told.add("payment.succeeded", noon(day), data);
  }

  private void correct(String day, String data) {
    told.add("payment.corrected", noon(day), data);
  }

  private void voided(String day, String payment) {
    told.add("payment.voided", noon(day), "\"paymentId\":\"" + payment + "\"");
  }
}
