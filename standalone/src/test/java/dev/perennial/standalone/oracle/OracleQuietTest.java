package dev.perennial.standalone.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What is not told at night, and when it is told instead. */
@NullUnmarked // a missing alert fails the test, which is its purpose
class OracleQuietTest {

  private static final String NIGHT = "\"quietHours\":{\"from\":\"22:00\",\"to\":\"07:00\"}";

  private final Told told = new Told();

  private List<Object> fireAt() {
    return told.expect().collection(Expected.ALERTS).values().stream()
        .map(alert -> alert.get("fireAt"))
        .toList();
  }

  @Test
  void replacesAnAlertTimeByTheirEndOnTheSameDay() {
    told.start().prefer(NIGHT + ",\"alertTime\":\"23:30\"");
    told.tick("2025-02-20T12:00:00Z", "2025-02-22T12:00:00Z");
    assertThat(fireAt()).containsExactly("2025-02-21T07:00:00Z");
  }

  @Test
  void leavesOtherAlertTimesAlone() {
    told.start().prefer(NIGHT + ",\"alertTime\":\"21:30\"");
    told.tick("2025-02-20T12:00:00Z", "2025-02-22T12:00:00Z");
    assertThat(fireAt()).containsExactly("2025-02-21T21:30:00Z");
  }

  @Test
  void holdBackWhatIsToldAtOnceUntilTheirEnd() {
    told.start().prefer(NIGHT).fail("2025-02-10T21:59:00Z", "p1", "20");
    told.tick("2025-02-10T22:00:00Z", "2025-02-11T06:59:59Z");
    assertThat(told.alerts()).isEmpty();
    told.tick("2025-02-11T07:00:00Z", "2025-02-11T07:00:00Z");
    assertThat(told.alert(AlertType.PAYMENT_FAILED))
        .containsEntry("fireAt", "2025-02-10T21:59:00Z");
  }

  @Test
  void endWithinAnIntervalOfTicks() {
    told.start().prefer(NIGHT).fail("2025-02-10T21:59:00Z", "p1", "20");
    told.tick("2025-02-10T22:00:00Z", "2025-02-11T07:00:00Z");
    assertThat(told.alerts(AlertType.PAYMENT_FAILED)).hasSize(1);
  }

  @Test
  void goByTheClockOfThePresentZone() {
    told.start().prefer(NIGHT + ",\"zone\":\"America/New_York\"");
    told.fail("2025-02-10T21:59:00Z", "p1", "20");
    told.tick("2025-02-11T03:00:00Z", "2025-02-11T11:59:59Z");
    assertThat(told.alerts()).isEmpty();
    told.tick("2025-02-11T12:00:00Z", "2025-02-11T12:00:00Z");
    assertThat(told.alerts()).hasSize(1);
  }

  @Test
  void endWhereTheClocksJumpOverTheirEnd() {
    String early = "\"quietHours\":{\"from\":\"00:00\",\"to\":\"02:30\"}";
    told.start().prefer(early + ",\"zone\":\"America/New_York\"");
    told.fail("2025-03-08T21:59:00Z", "p1", "20");
    // At two it is three, and that is not quiet any more.
    told.tick("2025-03-09T05:30:00Z", "2025-03-09T06:59:59Z");
    assertThat(told.alerts()).isEmpty();
    told.tick("2025-03-09T07:00:00Z", "2025-03-09T07:10:00Z");
    assertThat(told.alerts()).hasSize(1);
    Told within = new Told().start().prefer(early + ",\"zone\":\"America/New_York\"");
    within.fail("2025-03-08T21:59:00Z", "p1", "20");
    within.tick("2025-03-09T05:30:00Z", "2025-03-09T07:10:00Z");
    assertThat(within.alerts()).hasSize(1);
  }

  @Test
  void endTwiceWhereTheClocksShowTheirEndTwice() {
    String early = "\"quietHours\":{\"from\":\"00:00\",\"to\":\"01:30\"}";
    told.start().prefer(early + ",\"zone\":\"America/New_York\"");
    told.fail("2025-11-02T05:00:00Z", "p1", "20");
    assertThat(told.tick("2025-11-02T05:10:00Z", "2025-11-02T05:29:59Z").alerts()).isEmpty();
    assertThat(told.tick("2025-11-02T06:00:00Z", "2025-11-02T06:29:59Z").alerts()).isEmpty();
    told.tick("2025-11-02T06:10:00Z", "2025-11-02T06:40:00Z");
    assertThat(told.alerts(AlertType.PAYMENT_FAILED)).hasSize(1);
    Told first = new Told().start().prefer(early + ",\"zone\":\"America/New_York\"");
    first.fail("2025-11-02T05:00:00Z", "p1", "20");
    first.tick("2025-11-02T05:10:00Z", "2025-11-02T05:40:00Z");
    assertThat(first.alerts(AlertType.PAYMENT_FAILED)).hasSize(1);
  }

  @Test
  void sayNothingWhereTheLastDayForTellingIsOverBehindThem() {
    told.start().prefer(NIGHT + ",\"leads\":{\"renewal.upcoming\":[1]}");
    told.tick("2025-02-28T22:00:00Z", "2025-03-01T12:00:00Z");
    assertThat(told.alerts()).isEmpty();
    told.tick("2025-02-28T21:59:59Z", "2025-02-28T21:59:59Z");
    assertThat(told.alerts()).containsExactly("2025-02-28 lead 1 in 0");
  }

  @Test
  void showInTheNextAlert() {
    told.start().prefer("\"quietHours\":{\"from\":\"08:00\",\"to\":\"12:15\"}").on("2025-02-15");
    assertThat(Happening.map(told.subscription().get("nextAlert")))
        .containsEntry("fireAt", Instant.parse("2025-02-21T12:15:00Z"));
  }

  @Test
  void neverHoldBackWhatIsTakenBack() {
    told.start().prefer(NIGHT).fail("2025-02-10T21:00:00Z", "p1", "20");
    told.tick("2025-02-10T21:30:00Z", "2025-02-10T23:30:00Z");
    told.add("subscription.deleted", "2025-02-10T23:00:00Z", "");
    assertThat(told.expect().collection(Expected.VOIDED_ALERTS)).hasSize(1);
  }
}
