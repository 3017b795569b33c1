package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.Told.MONTH_BEFORE;
import static dev.perennial.standalone.oracle.Told.billing;
import static dev.perennial.standalone.oracle.Told.date;
import static dev.perennial.standalone.oracle.Told.noon;
import static dev.perennial.standalone.oracle.Told.renewal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** When nothing is due any more: after so many occurrences, under a notice, at the period's end. */
@NullUnmarked // a missing field fails the test, which is its purpose
class OracleEndTest {

  private final Told told = new Told();

  @Test
  void endsWhenOneOccurrenceMoreWouldBeDue() {
    told.start(",\"occurrences\":3").on("2025-03-30");
    assertThat(told.subscription())
        .containsEntry("occurrences", 3)
        .containsEntry("endsOn", date("2025-04-30"))
        .containsEntry("nextRenewal", renewal("2025-03-31"));
    assertThat(told.on("2025-04-01").subscription())
        .containsEntry("status", "ACTIVE")
        .doesNotContainKey("nextRenewal");
    assertThat(told.on("2025-04-30").subscription()).containsEntry("status", "ENDED");
  }

  @Test
  void countsOccurrencesFromAnAnchorThatLiesBeforeTheStart() {
    told.add("subscription.started", noon("2025-03-10"), Told.GYM + ",\"occurrences\":3");
    assertThat(told.subscription()).containsEntry("endsOn", date("2025-04-30"));
  }

  @Test
  void countsALaterScheduleFromItsFirstDay() {
    told.start(",\"occurrences\":4");
    told.change("2025-02-10", billing(1, "WEEK", "2025-02-01") + ",\"effectiveOn\":\"2025-03-01\"");
    // 31 January, 28 February, 1 and 8 March
    assertThat(told.subscription()).containsEntry("endsOn", date("2025-03-15"));
  }

  @Test
  void countsNoOccurrenceInAPause() {
    told.start(",\"occurrences\":3");
    told.add("subscription.paused", noon("2025-02-10"), "");
    assertThat(told.subscription()).doesNotContainKey("endsOn");
    told.add("subscription.resumed", noon("2025-03-10"), "");
    // 31 January, 31 March, 30 April
    assertThat(told.subscription()).containsEntry("endsOn", date("2025-05-31"));
  }

  @Test
  void countsAgainAfterAnotherStart() {
    told.start(",\"occurrences\":2");
    told.add("subscription.started", noon("2025-06-10"), Told.GYM + ",\"occurrences\":2");
    assertThat(told.subscription()).containsEntry("endsOn", date("2025-08-31"));
  }

  @Test
  void takesTheLimitThatIsInForceToday() {
    told.start(",\"occurrences\":3");
    told.change("2025-02-10", "\"occurrences\":5,\"effectiveOn\":\"2025-03-01\"");
    assertThat(told.on("2025-02-28").subscription()).containsEntry("endsOn", date("2025-04-30"));
    assertThat(told.on("2025-03-01").subscription()).containsEntry("endsOn", date("2025-06-30"));
  }

  @Test
  void countsTenThousandOccurrences() {
    told.start(",\"occurrences\":10000");
    assertThat(told.subscription()).containsEntry("endsOn", date("2858-05-31"));
  }

  @Test
  void endsWithTheFirstOfItsEnds() {
    told.start(",\"occurrences\":3,\"endsOn\":\"2025-04-15\"").on("2025-02-01");
    assertThat(told.subscription()).containsEntry("endsOn", date("2025-04-15"));
    told.cancelAtPeriodEnd("2025-02-01");
    assertThat(told.subscription()).containsEntry("endsOn", date("2025-02-28"));
  }

  @Test
  void countsANoticeBackToADayThatTheMonthHas() {
    assertThat(new Notice(3, "MONTH").lastDayToCancel(LocalDate.parse("2025-05-31")))
        .isEqualTo("2025-02-28");
    assertThat(new Notice(1, "YEAR").lastDayToCancel(LocalDate.parse("2024-02-29")))
        .isEqualTo("2023-02-28");
    assertThat(new Notice(2, "WEEK").lastDayToCancel(LocalDate.parse("2025-05-31")))
        .isEqualTo("2025-05-17");
    assertThat(new Notice(30, "DAY").lastDayToCancel(LocalDate.parse("2025-05-31")))
        .isEqualTo("2025-05-01");
  }

  @Test
  void cancelsForTheFirstPeriodThatTheNoticeStillReaches() {
    told.start(MONTH_BEFORE).cancelAtPeriodEnd("2025-02-28");
    assertThat(told.subscription()).containsEntry("endsOn", date("2025-03-31"));
    Told late = new Told().start(MONTH_BEFORE).cancelAtPeriodEnd("2025-03-01");
    assertThat(late.subscription())
        .containsEntry("endsOn", date("2025-04-30"))
        .containsEntry("nextRenewal", renewal("2025-03-31"));
  }

  @Test
  void asksForTheNoticeOfTheDayOfCancelling() {
    told.start(MONTH_BEFORE).cancelAtPeriodEnd("2025-03-01");
    told.change(
        "2025-03-05", "\"notice\":{\"every\":2,\"unit\":\"MONTH\"},\"effectiveOn\":\"2025-03-01\"");
    // two months before 30 April is 28 February: too late
    assertThat(told.subscription()).containsEntry("endsOn", date("2025-05-31"));
    told.change("2025-03-06", "\"notice\":{\"every\":1,\"unit\":\"YEAR\"}");
    assertThat(told.subscription()).containsEntry("endsOn", date("2025-05-31"));
  }

  @Test
  void movesTheEndOfThePeriodWithWhatIsSaidLater() {
    told.start().cancelAtPeriodEnd("2025-02-10");
    told.change(
        "2025-02-20", billing(3, "MONTH", "2025-01-31") + ",\"effectiveOn\":\"2025-02-15\"");
    assertThat(told.subscription()).containsEntry("endsOn", date("2025-04-30"));
    told.add("subscription.paused", noon("2025-02-21"), "\"resumesOn\":\"2025-06-01\"");
    assertThat(told.subscription()).containsEntry("endsOn", date("2025-07-31"));
  }

  @Test
  void endsOnTheDayOfCancellingWhereNoPeriodEnds() {
    told.start();
    told.add("subscription.paused", noon("2025-02-10"), "");
    told.cancelAtPeriodEnd("2025-02-12");
    assertThat(told.subscription())
        .containsEntry("endsOn", date("2025-02-12"))
        .containsEntry("status", "ENDED");
  }

  @Test
  void tellsTheLastDayToCancelAndWhatItIsFor() {
    told.start(MONTH_BEFORE).on("2025-02-28");
    assertThat(told.subscription())
        .containsEntry("notice", Map.of("every", 1, "unit", "MONTH"))
        .containsEntry("cancelBy", cancelBy("2025-02-28", "2025-03-31"));
    assertThat(told.on("2025-03-01").subscription())
        .containsEntry("cancelBy", cancelBy("2025-03-30", "2025-04-30"));
  }

  @Test
  void tellsNoDayToCancelWhereThereIsNothingLeftToCancel() {
    assertThat(told.start().subscription()).doesNotContainKeys("notice", "cancelBy");
    told.change("2025-01-21", MONTH_BEFORE.substring(1) + ",\"endsOn\":\"2025-03-31\"");
    assertThat(told.on("2025-02-01").subscription())
        .containsKey("notice")
        .doesNotContainKey("cancelBy");
    told.change("2025-01-22", "\"endsOn\":\"2025-04-01\"");
    assertThat(told.subscription()).containsKey("cancelBy");
    told.cancelAtPeriodEnd("2025-02-01");
    assertThat(told.subscription()).containsKey("notice").doesNotContainKey("cancelBy");
  }

  private static Map<String, Object> cancelBy(String on, String renewal) {
    return Map.of("on", date(on), "renewal", date(renewal));
  }
}
