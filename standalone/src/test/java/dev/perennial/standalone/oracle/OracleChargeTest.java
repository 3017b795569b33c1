package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.Told.billing;
import static dev.perennial.standalone.oracle.Told.date;
import static dev.perennial.standalone.oracle.Told.estimate;
import static dev.perennial.standalone.oracle.Told.noon;
import static dev.perennial.standalone.oracle.Told.paid;
import static dev.perennial.standalone.oracle.Told.price;
import static dev.perennial.standalone.oracle.Told.renewal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What the next charge is: announced, estimated or agreed. */
@NullUnmarked // a missing field fails the test, which is its purpose
class OracleChargeTest {

  private final Told told = new Told();

  @Test
  void movesTheNearestOccurrenceToTheAnnouncedDayAndAmount() {
    told.start().announce("2025-02-20", "2025-03-02", "31.40").on("2025-02-22");
    assertThat(told.subscription())
        .containsEntry("nextRenewal", renewal("2025-03-02", "31.40"))
        .containsEntry(
            "nextAlert",
            Map.of(
                "type",
                "renewal.upcoming",
                "fireAt",
                Instant.parse("2025-02-23T09:00:00Z"),
                "dueOn",
                date("2025-03-02"),
                "lead",
                7));
    assertThat(told.receipt("e1")).isEqualTo("APPLIED");
    assertThat(told.on("2025-03-02").subscription())
        .containsEntry("nextRenewal", renewal("2025-03-02", "31.40"));
    assertThat(told.on("2025-03-03").subscription())
        .containsEntry("nextRenewal", renewal("2025-03-31"));
  }

  @Test
  void remindsOfTheAnnouncedDay() {
    told.start().announce("2025-02-20", "2025-03-02", "31.40");
    told.tick("2025-02-20T00:00:00Z", "2025-03-20T00:00:00Z");
    assertThat(told.alerts()).containsExactly("2025-03-02 lead 1 in 1", "2025-03-02 lead 7 in 7");
    assertThat(told.expect().collection(Expected.ALERTS).values())
        .allSatisfy(
            alert ->
                assertThat(alert)
                    .containsEntry("amount", Map.of("value", "31.40", "currency", "EUR")));
  }

  @Test
  void movesTheEarlierOfTwoThatAreAsNear() {
    // 31 March and 30 April are both 15 days away
    told.start().announce("2025-03-01", "2025-04-15", "9").on("2025-04-01");
    assertThat(told.subscription()).containsEntry("nextRenewal", renewal("2025-04-15", "9.00"));
    assertThat(told.on("2025-04-16").subscription())
        .containsEntry("nextRenewal", renewal("2025-04-30"));
  }

  @Test
  void letsTheLastOfSeveralAnnouncementsCount() {
    told.start();
    told.announce("2025-02-21", "2025-03-02", "2").announce("2025-02-20", "2025-02-27", "1");
    assertThat(told.on("2025-02-22").subscription())
        .containsEntry("nextRenewal", renewal("2025-03-02", "2.00"));
    assertThat(told.statuses()).containsOnly("APPLIED");
  }

  @Test
  void waitsWhereNothingIsDueWithinHalfAPeriod() {
    told.start(",\"occurrences\":2");
    told.announce("2025-02-20", "2025-03-15", "1").announce("2025-02-20", "2025-03-16", "1");
    told.announce("2025-02-20", "2025-01-16", "1").announce("2025-02-20", "2025-01-15", "1");
    assertThat(told.receipt("e1")).isEqualTo("APPLIED");
    assertThat(told.receipt("e2")).isEqualTo("WAITING");
    assertThat(told.receipt("e3")).isEqualTo("APPLIED");
    assertThat(told.receipt("e4")).isEqualTo("WAITING");
  }

  @Test
  void measuresHalfAPeriodInDays() {
    assertThat(half(1, "DAY")).isZero();
    assertThat(half(30, "DAY")).isEqualTo(15);
    assertThat(half(1, "WEEK")).isEqualTo(3);
    assertThat(half(3, "WEEK")).isEqualTo(10);
    assertThat(half(2, "MONTH")).isEqualTo(30);
    assertThat(half(1, "YEAR")).isEqualTo(182);
  }

  private static int half(int every, String unit) {
    return new Schedule(every, unit, LocalDate.EPOCH, "CLAMP", 0).halfPeriodInDays();
  }

  @Test
  void movesNoOccurrenceInAPauseAndNoneBehindTheEnd() {
    told.start().announce("2025-02-01", "2025-02-28", "1").cancelAtPeriodEnd("2025-02-02");
    assertThat(told.receipt("e1")).isEqualTo("WAITING");
    Told paused = new Told().start();
    paused.add("subscription.paused", noon("2025-02-02"), "\"resumesOn\":\"2025-03-01\"");
    paused.announce("2025-02-03", "2025-02-28", "1");
    assertThat(paused.receipt("e2")).isEqualTo("WAITING");
  }

  @Test
  void goesByTheScheduledDaysForTheEnd() {
    told.start(",\"occurrences\":2").announce("2025-02-01", "2025-03-10", "5").on("2025-03-05");
    assertThat(told.subscription())
        .containsEntry("endsOn", date("2025-03-31"))
        .containsEntry("nextRenewal", renewal("2025-03-10", "5.00"));
    told.cancelAtPeriodEnd("2025-02-27");
    assertThat(told.subscription()).containsEntry("endsOn", date("2025-02-28"));
  }

  @Test
  void waitsBeforeTheStart() {
    assertThat(told.announce("2025-02-01", "2025-02-28", "1").receipt("e0")).isEqualTo("WAITING");
  }

  @Test
  void estimatesAVariablePriceByTheMedianOfTheLastSix() {
    told.start();
    told.change("2025-01-21", price("VARIABLE", "50")).on("2025-02-01");
    assertThat(told.subscription()).containsEntry("nextRenewal", estimate("2025-02-28", "50.00"));
    told.pay(noon("2025-01-22"), "p1", "10.00");
    assertThat(told.subscription()).containsEntry("nextRenewal", estimate("2025-02-28", "10.00"));
    told.pay(noon("2025-01-23"), "p2", "10.05");
    // 10.025 lies between two cents: to the even one
    assertThat(told.subscription()).containsEntry("nextRenewal", estimate("2025-02-28", "10.02"));
    told.pay(noon("2025-01-24"), "p3", "40").pay(noon("2025-01-25"), "p4", "30");
    told.pay(noon("2025-01-26"), "p5", "20").pay(noon("2025-01-27"), "p6", "60");
    told.pay(noon("2025-01-28"), "p7", "50");
    // without p1: 10.05, 20, 30, 40, 50, 60
    assertThat(told.subscription()).containsEntry("nextRenewal", estimate("2025-02-28", "35.00"));
  }

  @Test
  void estimatesByWhatWentThroughInThePricesCurrency() {
    told.start();
    told.change("2025-01-21", price("VARIABLE", "50")).on("2025-02-01");
    told.pay(noon("2025-01-22"), "p1", "10.00").refund(noon("2025-01-23"), "p1", "10.00");
    told.add("payment.corrected", noon("2025-01-23"), paid("p1", "12.00"));
    told.add("payment.failed", noon("2025-01-24"), paid("p2", "99"));
    told.pay(noon("2025-01-25"), "p3", "99");
    told.add("payment.voided", noon("2025-01-26"), "\"paymentId\":\"p3\"");
    told.add(
        "payment.succeeded",
        noon("2025-01-27"),
        "\"paymentId\":\"p4\",\"amount\":{\"value\":\"77\",\"currency\":\"USD\"}");
    assertThat(told.subscription()).containsEntry("nextRenewal", estimate("2025-02-28", "12.00"));
  }

  @Test
  void doesNotEstimateWhatIsAnnouncedOrFixed() {
    told.start();
    told.change("2025-01-21", price("VARIABLE", "50")).announce("2025-02-01", "2025-02-28", "33");
    assertThat(told.subscription()).containsEntry("nextRenewal", renewal("2025-02-28", "33.00"));
    assertThat(told.on("2025-03-01").subscription())
        .containsEntry("nextRenewal", estimate("2025-03-31", "50.00"));
    told.change("2025-02-02", price("FIXED", "60") + ",\"effectiveOn\":\"2025-03-31\"");
    assertThat(told.subscription()).containsEntry("nextRenewal", renewal("2025-03-31", "60.00"));
  }

  @Test
  void remindsOfTheEstimatedAmount() {
    told.start().change("2025-01-21", price("VARIABLE", "50"));
    told.pay(noon("2025-01-31"), "p1", "48.10").on("2025-02-27");
    assertThat(told.expect().collection(Expected.ALERTS).values())
        .singleElement()
        .satisfies(
            alert ->
                assertThat(alert)
                    .containsEntry("amount", Map.of("value", "48.10", "currency", "EUR"))
                    .doesNotContainKey("estimated"));
  }

  @Test
  void findsTheSameDaysAsTryingOneAfterTheOther() {
    told.start();
    told.change("2025-02-10", billing(2, "WEEK", "2025-01-01") + ",\"effectiveOn\":\"2025-04-01\"");
    told.add("subscription.paused", noon("2025-05-01"), "");
    told.add("subscription.resumed", noon("2025-06-15"), "\"anchor\":\"NOW\"");
    told.change("2025-06-20", billing(30, "DAY", "2025-09-09") + ",\"effectiveOn\":\"2025-08-01\"");
    DueDates dueDates = told.deal().dueDates;
    List<LocalDate> tried =
        LocalDate.parse("2025-01-01")
            .datesUntil(LocalDate.parse("2027-01-01"))
            .filter(dueDates::isDue)
            .toList();
    assertThat(tried).hasSizeGreaterThan(20);
    assertThat(dueDates.all().limit(tried.size()).toList()).isEqualTo(tried);
  }
}
