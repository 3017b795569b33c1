package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.Told.billing;
import static dev.perennial.standalone.oracle.Told.date;
import static dev.perennial.standalone.oracle.Told.euros;
import static dev.perennial.standalone.oracle.Told.price;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What a document says of all that was, is and will be agreed, and of what is expected next. */
@NullUnmarked // a missing field fails the test, which is its purpose
class OracleAgreedTest {

  private static final Map<String, Object> AT_FIRST = schedule("2025-01-20", "MONTH", "2025-01-31");

  private final Told told = new Told();

  private static Map<String, Object> schedule(String from, String unit, String anchor) {
    return Map.of(
        "from", date(from), "every", 1, "unit", unit, "anchor", date(anchor), "monthEnd", "CLAMP");
  }

  private static Map<String, Object> share(String from, int part, int of) {
    return Map.of("from", date(from), "part", part, "of", of);
  }

  private Map<String, Object> agreed() {
    return Happening.map(told.subscription().get("agreed"));
  }

  private Object expected() {
    return told.subscription().get("expected");
  }

  private static Map<String, Object> expected(String dueOn, String state) {
    return Map.of("dueOn", date(dueOn), "amount", euros("20.00"), "state", state);
  }

  @Test
  void saysAtLeastSinceWhenAndHowItBills() {
    told.start().on("2025-03-01");
    assertThat(agreed())
        .isEqualTo(Map.of("from", date("2025-01-20"), "schedules", List.of(AT_FIRST)));
  }

  @Test
  void keepsWhatIsOverAndWhatLiesAhead() {
    told.start(",\"trialEnds\":\"2025-02-03\"").on("2025-03-01");
    told.change("2025-02-10", billing(1, "YEAR", "2025-02-20"));
    told.change("2025-02-11", billing(1, "WEEK", "2025-06-01") + ",\"effectiveOn\":\"2025-04-02\"");
    assertThat(agreed())
        .isEqualTo(
            Map.of(
                "from",
                date("2025-01-20"),
                "schedules",
                List.of(
                    schedule("2025-01-20", "MONTH", "2025-02-03"),
                    schedule("2025-02-10", "YEAR", "2025-02-20"),
                    schedule("2025-04-02", "WEEK", "2025-06-01"))));
    told.announce("2025-02-12", "2025-02-18", "25");
    assertThat(agreed())
        .extractingByKey("announced")
        .isEqualTo(
            List.of(
                Map.of(
                    "scheduledOn", date("2025-02-20"),
                    "dueOn", date("2025-02-18"),
                    "amount", euros("25.00"))));
  }

  @Test
  void isThereOfWhatHasEndedToo() {
    told.start(",\"endsOn\":\"2025-02-10\"").on("2025-03-01");
    assertThat(told.subscription()).containsEntry("status", "ENDED").doesNotContainKey("expected");
    assertThat(agreed()).extractingByKey("schedules").isEqualTo(List.of(AT_FIRST));
  }

  @Test
  void saysEveryShareWhereThereEverWasOne() {
    told.start().on("2025-03-01").change("2025-02-10", "\"share\":{\"part\":1,\"of\":3}");
    assertThat(agreed())
        .extractingByKey("shares")
        .isEqualTo(List.of(share("2025-01-20", 1, 1), share("2025-02-10", 1, 3)));
    told.add("subscription.started", "2025-02-15T10:00:00Z", Told.GYM);
    assertThat(agreed())
        .extractingByKey("shares")
        .isEqualTo(
            List.of(
                share("2025-01-20", 1, 1), share("2025-02-10", 1, 3), share("2025-02-15", 1, 1)));
    assertThat(agreed()).extractingByKey("from").isEqualTo(date("2025-01-20"));
  }

  @Test
  void estimatesWhatVariesWhenever() {
    told.start().on("2025-03-01").pay("2025-01-31T08:00:00Z", "p1", "31");
    told.change("2025-01-22", price("VARIABLE", "20"));
    told.change("2025-02-10", price("FIXED", "20"));
    told.change("2025-02-11", price("VARIABLE", "40") + ",\"effectiveOn\":\"2025-03-10\"");
    assertThat(told.subscription()).doesNotContainKey("estimate");
    assertThat(agreed())
        .extractingByKey("estimates")
        .isEqualTo(
            List.of(
                Map.of("from", date("2025-01-22"), "amount", euros("31.00")),
                Map.of("from", date("2025-03-10"), "amount", euros("31.00"))));
  }

  @Test
  void saysEveryPauseAndTheDayFromWhichItIsCountedAnew() {
    told.start().on("2025-03-01");
    told.add("subscription.paused", "2025-02-01T10:00:00Z", "");
    told.add("subscription.resumed", "2025-02-05T10:00:00Z", "\"anchor\":\"NOW\"");
    told.add("subscription.paused", "2025-02-20T10:00:00Z", "");
    assertThat(agreed())
        .extractingByKey("pauses")
        .isEqualTo(
            List.of(
                Map.of("from", date("2025-02-01"), "until", date("2025-02-05")),
                Map.of("from", date("2025-02-05"), "until", date("2025-02-06")),
                Map.of("from", date("2025-02-20"))));
    assertThat(agreed())
        .extractingByKey("schedules")
        .isEqualTo(List.of(AT_FIRST, schedule("2025-02-05", "MONTH", "2025-02-05")));
  }

  @Test
  void leavesOutAPauseThatHoldsNoDay() {
    told.start().on("2025-03-01");
    told.add("subscription.paused", "2025-02-01T10:00:00Z", "");
    told.add("subscription.resumed", "2025-02-01T11:00:00Z", "");
    assertThat(agreed()).doesNotContainKey("pauses");
  }

  @Test
  void isPaidSinceTheFirstThatWentThrough() {
    told.start().fail("2025-01-31T08:00:00Z", "p1", "20").on("2025-04-01");
    assertThat(told.subscription()).doesNotContainKey("paidSince");
    told.pay("2025-03-31T08:00:00Z", "p3", "20").pay("2025-02-28T08:00:00Z", "p2", "20");
    told.refund("2025-03-01T08:00:00Z", "p2", "20");
    assertThat(told.subscription()).containsEntry("paidSince", date("2025-02-28"));
  }

  @Test
  void showsWhereThePeriodsBeginAsItWasSaid() {
    assertThat(told.start().subscription()).doesNotContainKey("periodStartsOn");
    told.prefer("\"periodStartsOn\":{\"dayOfMonth\":1}");
    assertThat(told.subscription()).containsEntry("periodStartsOn", Map.of("dayOfMonth", 1));
    told.add(
        "subscriber.updated",
        "2025-02-01T00:00:00Z",
        "\"periodStartsOn\":{\"weeks\":4,\"from\":\"2025-01-06\"}");
    assertThat(told.subscription())
        .containsEntry("periodStartsOn", Map.of("weeks", 4, "from", date("2025-01-06")));
  }

  @Test
  void expectsTheNextRenewalWhereNothingWasEverSettled() {
    assertThat(told.start().on("2025-03-05").subscription())
        .containsEntry("expected", expected("2025-03-31", "UPCOMING"));
  }

  @Test
  void expectsTheChargeBehindTheNewestThatIsSettled() {
    told.start().pay("2025-01-31T08:00:00Z", "p1", "20");
    assertThat(told.on("2025-02-28").subscription())
        .containsEntry("expected", expected("2025-02-28", "UPCOMING"));
    assertThat(told.on("2025-03-01").subscription())
        .containsEntry("expected", expected("2025-02-28", "OUTSTANDING"));
    assertThat(told.on("2025-03-04").subscription())
        .containsEntry("expected", expected("2025-02-28", "OUTSTANDING"));
    assertThat(told.on("2025-03-05").subscription())
        .containsEntry("expected", expected("2025-02-28", "MISSING"));
    told.pay("2025-03-31T08:00:00Z", "p2", "20");
    assertThat(told.on("2025-04-01").subscription())
        .containsEntry("expected", expected("2025-04-30", "UPCOMING"));
    told.refund("2025-04-02T08:00:00Z", "p2", "20");
    assertThat(told.on("2025-04-02").subscription())
        .containsEntry("expected", expected("2025-02-28", "MISSING"));
  }

  @Test
  void isNeverMissingWhereOnePaysOneself() {
    told.start(",\"collection\":\"MANUAL\"").pay("2025-01-31T08:00:00Z", "p1", "20");
    assertThat(told.on("2025-03-25").subscription())
        .containsEntry("expected", expected("2025-02-28", "OUTSTANDING"));
  }

  @Test
  void isMissingSoonerWhereThePeriodIsShort() {
    told.add(
        "subscription.started",
        "2025-01-20T10:00:00Z",
        "\"name\":\"Paper\"," + price("VARIABLE", "20") + "," + billing(1, "DAY", "2025-01-31"));
    told.pay("2025-01-31T08:00:00Z", "p1", "20").on("2025-02-02");
    assertThat(expected())
        .isEqualTo(
            Map.of(
                "dueOn",
                date("2025-02-01"),
                "amount",
                euros("20.00"),
                "estimated",
                true,
                "state",
                "MISSING"));
  }

  @Test
  void expectsNothingWhereNothingMoreIsDue() {
    told.start(",\"occurrences\":1").pay("2025-01-31T08:00:00Z", "p1", "20").on("2025-02-01");
    assertThat(told.subscription()).containsEntry("status", "ACTIVE").doesNotContainKey("expected");
  }
}
