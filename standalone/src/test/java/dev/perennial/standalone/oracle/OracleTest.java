package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.Told.GYM;
import static dev.perennial.standalone.oracle.Told.event;
import static dev.perennial.standalone.oracle.Told.paid;
import static dev.perennial.standalone.oracle.Told.renewal;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Small stories whose outcome one can work out by hand. */
@NullUnmarked // a missing document fails the test, which is its purpose
class OracleTest {

  private final Told told = new Told();

  @Test
  void keepsTheThirtyFirstThroughAPauseThatLeavesTheAnchor() {
    told.start();
    told.add("subscription.paused", "2025-03-10T10:00:00Z", "");
    told.add("subscription.resumed", "2025-06-10T10:00:00Z", "");
    assertThat(told.subscription().get("nextRenewal")).isEqualTo(renewal("2025-06-30"));
  }

  @Test
  void countsAgainFromTheDayOfResumingWhereAsked() {
    told.start();
    told.add("subscription.paused", "2025-03-10T10:00:00Z", "");
    told.add("subscription.resumed", "2025-06-10T10:00:00Z", "\"anchor\":\"NOW\"");
    assertThat(told.subscription().get("nextRenewal")).isEqualTo(renewal("2025-07-10"));
  }

  @Test
  void startsToBillWhereTheTrialEnds() {
    told.add("subscription.started", "2025-01-17T10:00:00Z", GYM + ",\"trialEnds\":\"2025-01-31\"");
    assertThat(told.subscription()).containsEntry("status", "TRIALING");
    assertThat(told.subscription().get("nextRenewal")).isEqualTo(renewal("2025-01-31"));
  }

  @Test
  void takesTheDayFromTheZoneInForce() {
    told.add("subscriber.updated", "2025-01-01T00:00:00Z", "\"zone\":\"America/New_York\"");
    told.start();
    told.pay("2025-02-01T04:30:00Z", "p1", "20.00");
    assertThat(told.payment("p1").get("paidOn")).isEqualTo(Instant.parse("2025-01-31T00:00:00Z"));
    assertThat(told.expect().collection(Expected.TOTALS)).containsOnlyKeys("t|alice|2025-01");
  }

  @Test
  void subtractsARefundOnItsPaymentsDayAndDropsAMonthOfNothing() {
    told.start();
    told.pay("2025-02-01T10:00:00Z", "p1", "20.00");
    told.refund("2025-03-05T10:00:00Z", "p1", "5.50");
    Map<String, Object> total = told.expect().collection(Expected.TOTALS).get("t|alice|2025-02");
    assertThat(total.get("lines"))
        .isEqualTo(
            List.of(
                Map.of(
                    "category",
                    "uncategorised",
                    "currency",
                    "EUR",
                    "amount",
                    new BigDecimal("14.50"))));
    told.refund("2025-03-06T10:00:00Z", "p1", "14.50");
    assertThat(told.payment("p1")).containsEntry("status", "REFUNDED");
    assertThat(told.expect().collection(Expected.TOTALS)).isEmpty();
  }

  @Test
  void letsTheLaterOfTwoContentsOfOneIdCount() {
    told.start();
    String first = event("e", "payment.succeeded", "2025-02-01T10:00:00Z", paid("p1", "1.00"));
    String second = event("e", "payment.succeeded", "2025-02-02T10:00:00Z", paid("p1", "2.00"));
    told.add(second).add(first).add(first);
    assertThat(told.expect().collection(Expected.PAYMENTS)).hasSize(1);
    assertThat(told.statuses()).containsExactlyInAnyOrder("APPLIED", "APPLIED", "SUPERSEDED");
  }

  @Test
  void letsEventsAboutTheUnknownWait() {
    told.pay("2025-02-01T10:00:00Z", "p1", "1.00");
    assertThat(told.statuses()).containsExactly("WAITING");
    told.start();
    told.refund("2025-03-05T10:00:00Z", "p2", "5.50");
    assertThat(told.statuses()).containsExactlyInAnyOrder("APPLIED", "APPLIED", "WAITING");
  }

  @Test
  void endsWithThePeriodThatRuns() {
    told.start();
    told.add("subscription.cancelled", "2025-02-10T10:00:00Z", "\"atPeriodEnd\":true");
    assertThat(told.subscription())
        .containsEntry("status", "CANCELLED")
        .containsEntry("endsOn", Instant.parse("2025-02-28T00:00:00Z"))
        .doesNotContainKey("nextRenewal");
  }

  @Test
  void raisesOnlyTheNewestMissedReminderWithTheDaysThatAreLeft() {
    told.start();
    told.add("subscription.changed", "2025-01-21T10:00:00Z", "\"reminders\":{\"leads\":[7,3,0]}");
    told.tick("2025-02-24T12:00:00Z", "2025-02-24T13:00:00Z");
    assertThat(told.alerts()).containsExactly("2025-02-28 lead 7 in 4");
    told.tick("2025-02-25T08:59:59Z", "2025-02-28T23:00:00Z");
    assertThat(told.alerts())
        .containsExactly(
            "2025-02-28 lead 0 in 0", "2025-02-28 lead 3 in 3", "2025-02-28 lead 7 in 4");
  }

  @Test
  void firesInTheGapOfTheClocksAndOnceInTheirOverlap() {
    Owner owner = owner("\"zone\":\"America/New_York\",\"alertTime\":\"02:30\"");
    assertThat(owner.fireAt(LocalDate.parse("2007-03-11"), 0))
        .isEqualTo(Instant.parse("2007-03-11T07:30:00Z"));
    Owner early = owner("\"zone\":\"America/New_York\",\"alertTime\":\"01:30\"");
    assertThat(early.fireAt(LocalDate.parse("2007-11-04"), 0))
        .isEqualTo(Instant.parse("2007-11-04T05:30:00Z"));
  }

  private Owner owner(String preferences) {
    String update = event("u", "subscriber.updated", "2007-01-01T00:00:00Z", preferences);
    return new Owner("alice", List.of(Happening.parse(update)), TenantWord.NONE);
  }
}
