package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.AlertType.PAYMENT_FAILED;
import static dev.perennial.standalone.oracle.Told.noon;
import static dev.perennial.standalone.oracle.Told.paid;
import static dev.perennial.standalone.oracle.Told.written;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Alerts about payments that failed. */
@NullUnmarked // a missing alert fails the test, which is its purpose
class OracleFailureTest {

  private static final String HALF_PAST_TEN = "2025-02-10T10:30:00Z";

  private final Told told = new Told();

  private Told failed() {
    return told.start().fail(HALF_PAST_TEN, "p1", "20");
  }

  private List<String> failures() {
    return told.alerts(PAYMENT_FAILED);
  }

  @Test
  void isToldAtOnceWhateverTheAlertTime() {
    failed().tick("2025-02-10T10:30:00Z", "2025-02-10T10:30:01Z");
    assertThat(failures()).containsExactly("2025-02-10 lead 0 in 0");
    assertThat(told.alert(PAYMENT_FAILED))
        .containsEntry("paymentId", "p1")
        .containsEntry("amount", written("20.00"))
        .containsEntry("fireAt", HALF_PAST_TEN);
  }

  @Test
  void catchesUpWithinAWeek() {
    failed().tick("2025-02-16T23:00:00Z", "2025-02-16T23:59:59Z");
    assertThat(failures()).containsExactly("2025-02-10 lead 0 in 0");
    told.on("2025-02-17");
    assertThat(failures()).isEmpty();
  }

  @Test
  void isNotToldOnceItWentThroughOrWasVoided() {
    failed().fail(HALF_PAST_TEN, "p2", "20").on("2025-02-12");
    assertThat(failures()).hasSize(2);
    told.pay(noon("2025-02-11"), "p1", "20");
    assertThat(told.alert(PAYMENT_FAILED)).containsEntry("paymentId", "p2");
    told.add("payment.voided", noon("2025-02-11"), "\"paymentId\":\"p2\"");
    assertThat(failures()).isEmpty();
  }

  @Test
  void goesByTheLastAttemptAndItsCorrection() {
    failed().fail("2025-02-11T08:00:00Z", "p1", "21").on("2025-02-12");
    assertThat(failures()).containsExactly("2025-02-11 lead 0 in 0");
    told.add("payment.corrected", noon("2025-02-11"), paid("p1", "22"));
    assertThat(told.alert(PAYMENT_FAILED)).containsEntry("amount", written("22.00"));
  }

  @Test
  void isNotToldOfWhatNeverStarted() {
    assertThat(told.fail(HALF_PAST_TEN, "p1", "20").on("2025-02-12").alerts()).isEmpty();
  }

  @Test
  void isToldUnderTheDayOfTheZoneThatWasInForce() {
    told.prefer("\"zone\":\"Pacific/Auckland\"").start();
    told.fail("2025-02-10T20:00:00Z", "p1", "20");
    told.add("subscriber.updated", "2025-02-10T21:00:00Z", "\"zone\":\"Pacific/Honolulu\"");
    // noon of the tenth in Honolulu, but in Auckland it was the eleventh
    told.tick("2025-02-10T22:00:00Z", "2025-02-10T22:00:00Z");
    assertThat(failures()).containsExactly("2025-02-11 lead 0 in 1");
  }
}
