package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.AlertType.CANCELLATION_DEADLINE;
import static dev.perennial.standalone.oracle.Told.MONTH_BEFORE;
import static dev.perennial.standalone.oracle.Told.billing;
import static dev.perennial.standalone.oracle.Told.noon;
import static dev.perennial.standalone.oracle.Told.price;
import static dev.perennial.standalone.oracle.Told.written;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Alerts about the last day to cancel: 28 February for 31 March, 30 March for 30 April. */
@NullUnmarked // a missing alert fails the test, which is its purpose
class OracleDeadlineTest {

  private final Told told = new Told().start(MONTH_BEFORE);

  private List<String> deadlines() {
    return told.alerts(CANCELLATION_DEADLINE);
  }

  @Test
  void tellsTheLastDayToCancelAndTheRenewalThatIsAvoided() {
    told.tick("2025-02-21T08:59:59Z", "2025-02-21T09:00:00Z");
    assertThat(told.alert(CANCELLATION_DEADLINE))
        .containsEntry("dueOn", "2025-02-28")
        .containsEntry("renewalOn", "2025-03-31")
        .containsEntry("amount", written("20.00"))
        .containsEntry("fireAt", "2025-02-21T09:00:00Z");
    told.tick("2025-02-22T00:00:00Z", "2025-03-23T09:00:00Z");
    assertThat(deadlines())
        .containsExactly(
            "2025-02-28 lead 1 in 1", "2025-02-28 lead 7 in 7", "2025-03-30 lead 7 in 7");
  }

  @Test
  void catchesUpTheNewestMissedLeadUntilTheDayIsOver() {
    told.on("2025-02-24");
    assertThat(deadlines()).containsExactly("2025-02-28 lead 7 in 4");
    told.on("2025-02-28");
    assertThat(deadlines()).containsExactly("2025-02-28 lead 1 in 0");
    told.on("2025-03-01");
    assertThat(deadlines()).isEmpty();
  }

  @Test
  void isNotToldWhileItIsCancelled() {
    told.cancelAtPeriodEnd("2025-02-10").on("2025-02-24");
    assertThat(deadlines()).isEmpty();
    told.add("subscription.reactivated", noon("2025-02-11"), "");
    assertThat(deadlines()).hasSize(1);
  }

  @Test
  void isNotToldOfARenewalBehindTheEndOrInAPause() {
    told.change("2025-02-10", "\"endsOn\":\"2025-03-31\"").on("2025-02-24");
    assertThat(deadlines()).isEmpty();
    told.change("2025-02-11", "\"endsOn\":\"2025-04-01\"");
    assertThat(deadlines()).hasSize(1);
    told.add("subscription.paused", noon("2025-02-12"), "\"resumesOn\":\"2025-04-05\"");
    assertThat(deadlines()).isEmpty();
  }

  @Test
  void tellsWhatIsAnnouncedOrExpectedOfTheRenewal() {
    told.change("2025-02-10", price("VARIABLE", "50"));
    told.pay(noon("2025-02-11"), "p1", "44").on("2025-02-24");
    assertThat(told.alert(CANCELLATION_DEADLINE)).containsEntry("amount", written("44.00"));
    told.announce("2025-02-15", "2025-04-02", "25");
    assertThat(told.alert(CANCELLATION_DEADLINE))
        .containsEntry("dueOn", "2025-02-28")
        .containsEntry("renewalOn", "2025-03-31")
        .containsEntry("amount", written("25.00"));
  }

  @Test
  void goesByTheNoticeThatIsInForceOnTheDay() {
    told.change(
        "2025-02-10", "\"notice\":{\"every\":2,\"unit\":\"WEEK\"},\"effectiveOn\":\"2025-02-25\"");
    told.tick("2025-02-20T00:00:00Z", "2025-03-10T10:00:00Z");
    assertThat(deadlines()).containsExactly("2025-02-28 lead 7 in 7", "2025-03-17 lead 7 in 7");
  }

  @Test
  void tellsOfSeveralRenewalsWithOneLastDayOnce() {
    // 28, 29, 30 and 31 March: one could leave all of them on 28 February
    told.prefer("\"leads\":{\"cancellation.deadline\":[0]}");
    told.change("2025-02-10", billing(1, "DAY", "2025-02-10")).on("2025-02-28");
    assertThat(told.alert(CANCELLATION_DEADLINE)).containsEntry("renewalOn", "2025-03-28");
  }

  @Test
  void isNotToldWhereNobodyWantsToKnow() {
    told.prefer("\"leads\":{\"cancellation.deadline\":[]}").on("2025-02-24");
    assertThat(deadlines()).isEmpty();
    assertThat(told.alerts()).containsExactly("2025-02-28 lead 7 in 4");
  }

  @Test
  void needsANotice() {
    assertThat(new Told().start().on("2025-02-24").alerts(CANCELLATION_DEADLINE)).isEmpty();
  }
}
