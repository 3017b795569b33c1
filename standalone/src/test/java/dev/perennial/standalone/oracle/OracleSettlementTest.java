package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.AlertType.PAYMENT_DUPLICATE;
import static dev.perennial.standalone.oracle.AlertType.PAYMENT_MISSING;
import static dev.perennial.standalone.oracle.AlertType.PAYMENT_UNEXPECTED;
import static dev.perennial.standalone.oracle.AlertType.RENEWAL_UPCOMING;
import static dev.perennial.standalone.oracle.Told.date;
import static dev.perennial.standalone.oracle.Told.price;
import static dev.perennial.standalone.oracle.Told.written;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which payments belong to which due dates, and what is odd about them. */
@NullUnmarked // a missing alert fails the test, which is its purpose
class OracleSettlementTest {

  private static final String MANUAL = ",\"collection\":\"MANUAL\"";

  private final Told told = new Told();

  /** Due on 31 January and on 28 February: the fourteenth is as near to the one as to the other. */
  @ParameterizedTest
  @CsvSource({
    "2025-01-20, 2025-01-31",
    "2025-02-14, 2025-01-31",
    "2025-02-15, 2025-02-28",
    "2025-01-16, 2025-01-31",
  })
  void belongsToTheNearestDueDateOfTwoToTheEarlier(String paid, String due) {
    told.start().pay(paid + "T08:00:00Z", "p1", "20").on("2025-03-01");
    assertThat(told.payment("p1").get("matches")).isEqualTo(date(due));
  }

  @Test
  void belongsToNoneThatIsMoreThanHalfAPeriodAway() {
    told.start().pay("2025-01-15T08:00:00Z", "p1", "20").on("2025-03-01");
    assertThat(told.payment("p1")).doesNotContainKey("matches");
  }

  @Test
  void belongsToWhatItNamesAndToNothingBeforeAStart() {
    told.pay("2025-01-15T08:00:00Z", "p1", "20").on("2025-03-01");
    assertThat(told.payment("p1")).doesNotContainKey("matches");
    String named = Told.paid("p2", "20") + ",\"dueOn\":\"2025-03-30\"";
    told.start().add("payment.succeeded", "2025-02-01T08:00:00Z", named);
    assertThat(told.payment("p2").get("matches")).isEqualTo(date("2025-03-31"));
  }

  @Test
  void tellsNothingMoreOfWhatIsPaid() {
    told.start().on("2025-02-27");
    assertThat(told.alerts(RENEWAL_UPCOMING)).hasSize(1);
    told.pay("2025-02-26T08:00:00Z", "p1", "20");
    assertThat(told.alerts(RENEWAL_UPCOMING)).isEmpty();
    told.refund("2025-02-26T10:00:00Z", "p1", "20");
    assertThat(told.alerts(RENEWAL_UPCOMING)).hasSize(1);
  }

  @Test
  void missesAPaymentAfterFiveDaysWhereThereWasOneBefore() {
    told.start().on("2025-03-05");
    assertThat(told.alerts(PAYMENT_MISSING)).isEmpty();
    told.pay("2025-01-31T08:00:00Z", "p1", "20");
    assertThat(told.alerts(PAYMENT_MISSING)).containsExactly("2025-02-28 lead -5 in 0");
    assertThat(told.on("2025-03-11").alerts(PAYMENT_MISSING)).hasSize(1);
    assertThat(told.on("2025-03-12").alerts(PAYMENT_MISSING)).isEmpty();
    assertThat(told.tick("2025-03-05T08:59:59Z", "2025-03-05T08:59:59Z").alerts(PAYMENT_MISSING))
        .isEmpty();
  }

  @Test
  void waitsHalfAPeriodWherePeriodsAreShort() {
    told.start().change("2025-01-21", Told.billing(1, "WEEK", "2025-01-22"));
    told.pay("2025-01-29T08:00:00Z", "p1", "20").on("2025-02-08");
    assertThat(told.alerts(PAYMENT_MISSING)).containsExactly("2025-02-05 lead -3 in 0");
  }

  @Test
  void tellsOfABillTodayAndOverdueUnlessNothingWasEverPaid() {
    told.start(MANUAL).on("2025-02-28");
    assertThat(told.alerts(RENEWAL_UPCOMING)).containsExactly("2025-02-28 lead 0 in 0");
    assertThat(told.on("2025-03-02").alerts()).isEmpty();
    told.pay("2025-01-31T08:00:00Z", "p1", "20");
    assertThat(told.alerts()).containsExactly("2025-02-28 lead -1 in 0");
    assertThat(told.on("2025-03-07").alerts()).hasSize(1);
    assertThat(told.on("2025-03-08").alerts()).isEmpty();
  }

  @Test
  void callsASecondPaymentOfTheSameAmountADuplicate() {
    told.start().pay("2025-02-28T08:00:00Z", "p1", "20").pay("2025-03-01T08:00:00Z", "p2", "20");
    told.on("2025-03-02");
    assertThat(told.alert(PAYMENT_DUPLICATE))
        .containsEntry("paymentId", "p2")
        .containsEntry("duplicateOf", "p1")
        .containsEntry("dueOn", "2025-03-01")
        .containsEntry("amount", written("20.00"));
    assertThat(told.alerts(PAYMENT_UNEXPECTED)).isEmpty();
    assertThat(told.refund("2025-03-01T09:00:00Z", "p1", "20").alerts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"18.99, 1", "19.00, 0", "21.00, 0", "21.01, 1"})
  void findsAnAmountOddThatIsMoreThanFivePercentOff(String amount, int alerts) {
    told.start().pay("2025-02-28T08:00:00Z", "p1", amount).on("2025-03-01");
    assertThat(told.alerts(PAYMENT_UNEXPECTED)).hasSize(alerts);
  }

  @Test
  void comparesWithTheAnnouncedAmountAndNotWithAnEstimate() {
    told.start().change("2025-01-21", price("VARIABLE", "20"));
    told.pay("2025-02-28T08:00:00Z", "p1", "40").on("2025-03-01");
    assertThat(told.alerts(PAYMENT_UNEXPECTED)).isEmpty();
    told.announce("2025-02-10", "2025-02-27", "30");
    assertThat(told.alert(PAYMENT_UNEXPECTED))
        .containsEntry("expectedAmount", written("30.00"))
        .containsEntry("amount", written("40.00"));
  }

  @Test
  void findsWhatExceedsTogetherWhatWasDueUnexpected() {
    told.start().pay("2025-02-27T08:00:00Z", "p1", "19.50");
    told.pay("2025-02-28T08:00:00Z", "p2", "1.50").on("2025-03-01");
    assertThat(told.alerts()).isEmpty();
    told.pay("2025-02-28T09:00:00Z", "p3", "0.01");
    assertThat(told.alert(PAYMENT_UNEXPECTED)).containsEntry("paymentId", "p3");
  }

  @Test
  void findsAPaymentInAPauseOrBehindTheEndUnexpected() {
    told.start().add("subscription.paused", "2025-02-10T12:00:00Z", "");
    told.pay("2025-03-20T08:00:00Z", "p1", "20").on("2025-03-21");
    assertThat(told.alert(PAYMENT_UNEXPECTED)).doesNotContainKey("expectedAmount");
    Told ended = new Told().start(",\"endsOn\":\"2025-02-20\"");
    ended.pay("2025-03-20T08:00:00Z", "p1", "20").on("2025-03-21");
    assertThat(ended.alerts(PAYMENT_UNEXPECTED)).hasSize(1);
  }
}
