package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.Told.MONTH_BEFORE;
import static dev.perennial.standalone.oracle.Told.billing;
import static dev.perennial.standalone.oracle.Told.date;
import static dev.perennial.standalone.oracle.Told.price;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Which alert a subscription's document names as the next. */
@NullUnmarked // a missing field fails the test, which is its purpose
class OracleNextAlertTest {

  private final Told told = new Told();

  private static Map<String, Object> next(String type, String fireAt, String dueOn, int lead) {
    return Map.of(
        "type", type, "fireAt", Instant.parse(fireAt), "dueOn", date(dueOn), "lead", lead);
  }

  private Told at(String instant) {
    return told.tick(instant, instant);
  }

  @Test
  void isTheSoonestOfAllTypes() {
    told.start(MONTH_BEFORE + ",\"endsOn\":\"2025-06-10\"");
    told.change("2025-02-10", price("FIXED", "30") + ",\"effectiveOn\":\"2025-03-05\"");
    assertThat(told.on("2025-02-20").subscription().get("nextAlert"))
        .isEqualTo(next("cancellation.deadline", "2025-02-21T09:00:00Z", "2025-02-28", 7));
    assertThat(told.on("2025-02-25").subscription().get("nextAlert"))
        .isEqualTo(next("price.changed", "2025-02-26T09:00:00Z", "2025-03-05", 7));
    assertThat(told.on("2025-02-28").subscription().get("nextAlert"))
        .isEqualTo(next("cancellation.deadline", "2025-03-23T09:00:00Z", "2025-03-30", 7));
    assertThat(told.on("2025-04-29").subscription().get("nextAlert"))
        .isEqualTo(next("renewal.upcoming", "2025-05-24T09:00:00Z", "2025-05-31", 7));
    assertThat(told.on("2025-05-31").subscription().get("nextAlert"))
        .isEqualTo(next("subscription.ended", "2025-06-10T09:00:00Z", "2025-06-10", 0));
  }

  @Test
  void isStrictlyAhead() {
    told.start(",\"endsOn\":\"2025-03-15\"");
    assertThat(at("2025-03-15T08:59:59Z").subscription())
        .containsEntry("status", "ENDED")
        .containsKey("nextAlert");
    assertThat(at("2025-03-15T09:00:00Z").subscription()).doesNotContainKey("nextAlert");
  }

  @Test
  void ofEqualMomentsIsTheTypeWhoseNameSortsFirst() {
    told.start(",\"trialEnds\":\"2025-03-10\"").on("2025-03-02");
    assertThat(told.subscription().get("nextAlert"))
        .isEqualTo(next("trial.ending", "2025-03-03T09:00:00Z", "2025-03-10", 7));
    told.change("2025-02-10", price("FIXED", "30") + ",\"effectiveOn\":\"2025-03-10\"");
    assertThat(told.subscription().get("nextAlert"))
        .isEqualTo(next("price.changed", "2025-03-03T09:00:00Z", "2025-03-10", 7));
    told.change("2025-02-11", "\"notice\":{\"every\":1,\"unit\":\"DAY\"}");
    told.prefer("\"leads\":{\"cancellation.deadline\":[6]}");
    assertThat(told.subscription().get("nextAlert"))
        .isEqualTo(next("cancellation.deadline", "2025-03-03T09:00:00Z", "2025-03-09", 6));
  }

  @Test
  void ofEqualMomentsAndTypesIsTheEarliestDay() {
    told.start().change("2025-02-10", billing(1, "DAY", "2025-02-10")).on("2025-02-20");
    // 21 February is a day before the 22nd and a week before the 28th
    assertThat(told.subscription().get("nextAlert"))
        .isEqualTo(next("renewal.upcoming", "2025-02-21T09:00:00Z", "2025-02-22", 1));
  }

  @Test
  void ofEqualMomentsAndDaysIsTheLargerLead() {
    // Samoa had no 30 December 2011: what is told then is told on the 31st
    told.add(
        "subscriber.updated",
        "2011-12-01T00:00:00Z",
        "\"zone\":\"Pacific/Apia\",\"leads\":{\"renewal.upcoming\":[6,7]}");
    told.add(
        "subscription.started",
        "2011-12-02T00:00:00Z",
        price("FIXED", "20") + ",\"name\":\"Gym\"," + billing(1, "MONTH", "2012-01-06"));
    assertThat(told.on("2011-12-29").subscription().get("nextAlert"))
        .isEqualTo(next("renewal.upcoming", "2011-12-30T19:00:00Z", "2012-01-06", 7));
  }

  @Test
  void takesTheLastDayToCancelWhileItIsNotOver() {
    told.prefer("\"leads\":{\"cancellation.deadline\":[0],\"renewal.upcoming\":[]}");
    told.start(MONTH_BEFORE);
    assertThat(at("2025-02-28T08:00:00Z").subscription().get("nextAlert"))
        .isEqualTo(next("cancellation.deadline", "2025-02-28T09:00:00Z", "2025-02-28", 0));
    assertThat(at("2025-02-28T10:00:00Z").subscription().get("nextAlert"))
        .isEqualTo(next("cancellation.deadline", "2025-03-30T09:00:00Z", "2025-03-30", 0));
  }

  @Test
  void isNeverAFailedPayment() {
    told.prefer("\"leads\":{\"renewal.upcoming\":[]}").start();
    told.fail("2025-02-10T10:00:00Z", "p1", "20");
    assertThat(told.subscription()).doesNotContainKey("nextAlert");
  }
}
