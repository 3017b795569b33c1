package dev.perennial.domain.alert;

import static dev.perennial.domain.Facts.failed;
import static dev.perennial.domain.Facts.monthly;
import static dev.perennial.domain.Facts.paid;
import static dev.perennial.domain.Facts.remindersAt;
import static dev.perennial.domain.alert.Wishes.wishes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.event.SubscriptionCancelled;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Quiet hours and the alerts of a subscription. */
class QuietAlertsTest {

  private final Ticked told = new Ticked();

  @Test
  void whatIsToldAtOnceWaitsForTheirEnd() {
    told.belongsTo(wishes().quiet("11:00", "14:30").updated());
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));
    told.add("2025-02-10", "f", failed("p1", "12.99"));

    assertThat(told.alerts("2025-02-10T12:00:00Z").heldUntil())
        .contains(Instant.parse("2025-02-10T14:30:00Z"));
    assertThat(told.tick("2025-02-10T14:29:59Z")).isEmpty();
    assertThat(told.tick("2025-02-10T14:30:00Z"))
        .containsExactly("payment.failed 2025-02-10 0/0 12.99 p1");
    // It came due when the payment failed, and was kept back since.
    assertThat(told.last().fireAt()).isEqualTo("2025-02-10T12:00:00Z");
    assertThat(told.alerts("2025-02-10T14:30:01Z").heldUntil()).isEmpty();
  }

  @Test
  void whatNoLongerHoldsIsWithdrawnInThem() {
    told.belongsTo(wishes().quiet("11:00", "14:30").updated());
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));
    told.add("2025-02-09", "f", failed("p1", "12.99"));
    told.tick("2025-02-09T15:00:00Z");
    told.add("2025-02-10", "ok", paid("p1", "12.99"));

    assertThat(told.tick("2025-02-10T12:00:00Z")).containsExactly("voided");
  }

  @Test
  void anAlertTimeInThemIsTheirEnd() {
    told.belongsTo(wishes().alertTime("06:00").quiet("22:00", "08:00").updated());
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));

    assertThat(told.scheduled("2025-02-20T12:00:00Z"))
        .isEqualTo("renewal.upcoming 2025-02-28 7 at 2025-02-21T08:00:00Z");
    assertThat(told.nextMoment("2025-02-20T12:00:00Z"))
        .contains(Instant.parse("2025-02-21T08:00:00Z"));
    assertThat(told.tick("2025-02-21T07:59:59Z")).isEmpty();
    assertThat(told.tick("2025-02-21T08:00:00Z"))
        .containsExactly("renewal.upcoming 2025-02-28 7/7 12.99");
    assertThat(told.last().fireAt()).isEqualTo("2025-02-21T08:00:00Z");
  }

  @Test
  void aMomentThatFallsIntoThemIsTheirEnd() {
    told.belongsTo(wishes().quiet("11:00", "14:30").updated());
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));
    told.add("2025-02-10", "f", failed("p1", "12.99"));

    // A clock that has not come so far as the payment looks again when it may tell of it.
    assertThat(told.nextMoment("2025-02-10T10:00:00Z"))
        .contains(Instant.parse("2025-02-10T14:30:00Z"));
  }

  @Test
  void whoseLastDayIsOverBehindThemIsNotToldAnyMore() {
    told.belongsTo(wishes().quiet("20:00", "07:00").updated());
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));

    // Due on 28 February: an outage until its evening, and quiet until its day is over.
    assertThat(told.alerts("2025-02-28T20:00:00Z").heldUntil())
        .contains(Instant.parse("2025-03-01T07:00:00Z"));
    assertThat(told.tick("2025-03-01T07:00:00Z")).isEmpty();
  }

  @Test
  void whatEndsInThemIsNotToldBehindThem() {
    told.belongsTo(wishes().quiet("11:00", "14:30").updated());
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));
    told.tick("2025-02-21T11:30:00Z");
    told.add("2025-02-21", "c", new SubscriptionCancelled(Ticked.day("2025-02-27"), false));

    assertThat(told.tick("2025-02-21T14:30:00Z")).isEmpty();
  }

  @Test
  void aSnoozeThatIsOverInThemIsToldBehindThem() {
    told.belongsTo(wishes().alertTime("06:00").quiet("22:00", "08:00").updated());
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));
    told.tick("2025-02-21T08:00:00Z");
    told.snooze(told.last().id(), "2025-02-24");

    assertThat(told.nextMoment("2025-02-21T08:00:01Z"))
        .contains(Instant.parse("2025-02-24T08:00:00Z"));
    assertThat(told.tick("2025-02-24T08:00:00Z"))
        .containsExactly("renewal.upcoming 2025-02-28 7/4 12.99");
  }

  @Test
  void aClockThatJumpsIntoThemWaitsForTheirEnd() {
    // On 30 March 2025 2:30 is skipped in Vienna, and would be 3:30.
    told.belongsTo(
        wishes().zone("Europe/Vienna").alertTime("02:30").quiet("03:00", "05:00").updated());
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));

    told.add("2025-02-20", "again", remindersAt(1));
    assertThat(told.scheduled("2025-03-29T12:00:00Z"))
        .isEqualTo("renewal.upcoming 2025-03-31 1 at 2025-03-30T03:00:00Z");
  }
}
