package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.AlertType.RENEWAL_UPCOMING;
import static dev.perennial.standalone.oracle.AlertType.TRIAL_ENDING;
import static dev.perennial.standalone.oracle.Told.written;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Alerts about a trial that ends with a charge: here on 10 February, and monthly from then on. */
@NullUnmarked // a missing alert fails the test, which is its purpose
class OracleTrialTest {

  private final Told told = new Told().start(",\"trialEnds\":\"2025-02-10\"");

  @Test
  void tellsOfTheTrialAndNotOfARenewalOnItsLastDay() {
    told.tick("2025-02-03T08:59:59Z", "2025-02-12T00:00:00Z");
    assertThat(told.alerts(TRIAL_ENDING))
        .containsExactly("2025-02-10 lead 1 in 1", "2025-02-10 lead 7 in 7");
    assertThat(told.alerts(RENEWAL_UPCOMING)).isEmpty();
    assertThat(new Told().start(",\"trialEnds\":\"2025-02-10\"").on("2025-03-05").alerts())
        .containsExactly("2025-03-10 lead 7 in 5");
  }

  @Test
  void firesAtTheAlertTime() {
    assertThat(told.tick("2025-02-03T08:00:00Z", "2025-02-03T08:59:59Z").alerts()).isEmpty();
    told.tick("2025-02-03T09:00:00Z", "2025-02-03T09:00:01Z");
    assertThat(told.alert(TRIAL_ENDING))
        .containsEntry("fireAt", "2025-02-03T09:00:00Z")
        .containsEntry("amount", written("20.00"))
        .doesNotContainKeys("previousAmount", "renewalOn", "paymentId");
  }

  @Test
  void catchesUpTheNewestMissedLeadUntilTheDayIsOver() {
    assertThat(told.on("2025-02-06").alerts()).containsExactly("2025-02-10 lead 7 in 4");
    assertThat(told.on("2025-02-09").alerts()).containsExactly("2025-02-10 lead 1 in 1");
    told.tick("2025-02-09T13:00:00Z", "2025-02-10T23:00:00Z");
    assertThat(told.alerts()).containsExactly("2025-02-10 lead 1 in 1");
    assertThat(told.on("2025-02-10").alerts()).containsExactly("2025-02-10 lead 1 in 0");
    assertThat(told.on("2025-02-11").alerts()).isEmpty();
  }

  @Test
  void isNotToldOfATrialThatEndsWithoutACharge() {
    told.add("subscription.cancelled", "2025-01-21T12:00:00Z", "\"effectiveOn\":\"2025-02-10\"");
    assertThat(told.on("2025-02-09").alerts()).isEmpty();
  }

  @Test
  void isToldOfARenewalWhereTheChargeIsMoved() {
    told.announce("2025-02-01", "2025-02-12", "9").on("2025-02-09");
    assertThat(told.alerts(TRIAL_ENDING)).isEmpty();
    assertThat(told.alert(RENEWAL_UPCOMING))
        .containsEntry("dueOn", "2025-02-12")
        .containsEntry("amount", written("9.00"));
  }

  @Test
  void tellsTheAmountThatWasAnnouncedForTheDay() {
    told.announce("2025-02-01", "2025-02-10", "9").on("2025-02-09");
    assertThat(told.alert(TRIAL_ENDING)).containsEntry("amount", written("9.00"));
  }

  @Test
  void takesTheOwnersLeadsAndNotTheSubscriptions() {
    told.change("2025-01-21", "\"reminders\":{\"leads\":[]}");
    assertThat(told.on("2025-02-09").alerts()).hasSize(1);
    told.prefer("\"leads\":{\"trial.ending\":[3]}");
    assertThat(told.on("2025-02-07").alerts()).containsExactly("2025-02-10 lead 3 in 3");
    assertThat(told.on("2025-02-06").alerts()).isEmpty();
    told.add("subscriber.updated", "2025-01-02T00:00:00Z", "\"leads\":{\"trial.ending\":[]}");
    assertThat(told.on("2025-02-09").alerts()).isEmpty();
  }
}
