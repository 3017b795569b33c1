package dev.perennial.domain.alert;

import static dev.perennial.domain.Facts.alertsAt;
import static dev.perennial.domain.Facts.failed;
import static dev.perennial.domain.Facts.monthly;
import static dev.perennial.domain.Facts.paid;
import static dev.perennial.domain.Facts.priceFrom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionReactivated;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Not now: what is snoozed is told again, once, under another id. */
class SnoozedAlertsTest {

  private final Ticked told = new Ticked();

  private void remindedOnce() {
    told.add("2025-01-01", monthly("2025-01-31", "12.99"));
    told.tick("2025-02-21T09:00:00Z");
  }

  @Test
  void itIsToldAgainAtTheAlertTimeUnderAnotherId() {
    remindedOnce();
    AlertRaised first = told.last();
    told.snooze(first.id(), "2025-02-24");

    assertThat(told.tick("2025-02-24T08:59:59Z")).isEmpty();
    assertThat(told.tick("2025-02-24T09:00:00Z"))
        .containsExactly("renewal.upcoming 2025-02-28 7/4 12.99");
    assertThat(told.last().id()).isNotEqualTo(first.id());
    assertThat(told.last().revision()).isEqualTo(1);
    assertThat(told.last().fireAt()).isEqualTo("2025-02-24T09:00:00Z");
    assertThat(told.tick("2025-02-24T09:00:01Z")).isEmpty();
    assertThat(told.tick("2025-02-27T09:00:00Z")).hasSize(1);
  }

  @Test
  void aSnoozeAcrossALaterLeadTellsThatLeadOnce() {
    remindedOnce();
    told.snooze(told.last().id(), "2025-02-28");

    assertThat(told.tick("2025-02-27T09:00:00Z")).isEmpty();
    assertThat(told.tick("2025-02-28T09:00:00Z"))
        .containsExactly("renewal.upcoming 2025-02-28 1/0 12.99");
    assertThat(told.last().revision()).isZero();
    assertThat(told.tick("2025-02-28T10:00:00Z")).isEmpty();
  }

  @Test
  void aSnoozeThatEndsWithALeadTellsOnce() {
    remindedOnce();
    told.snooze(told.last().id(), "2025-02-27");

    assertThat(told.tick("2025-02-27T09:00:00Z"))
        .containsExactly("renewal.upcoming 2025-02-28 1/1 12.99");
    assertThat(told.tick("2025-02-27T10:00:00Z")).isEmpty();
  }

  @Test
  void beyondItsLastDayItIsToldNoMore() {
    remindedOnce();
    told.snooze(told.last().id(), "2025-03-01");

    assertThat(told.tick("2025-02-28T09:00:00Z")).isEmpty();
    assertThat(told.tick("2025-03-01T09:00:00Z")).isEmpty();
    assertThat(told.tick("2025-03-24T09:00:00Z"))
        .containsExactly("renewal.upcoming 2025-03-31 7/7 12.99");
  }

  @Test
  void ofSeveralThatSnoozeOneAlertTheLastCounts() {
    remindedOnce();
    told.snooze(told.last().id(), "2025-02-26");
    told.snooze(told.last().id(), "2025-02-23");

    assertThat(told.tick("2025-02-23T09:00:00Z")).hasSize(1);
    assertThat(told.tick("2025-02-26T09:00:00Z")).isEmpty();
  }

  @Test
  void itMayBeSnoozedAgain() {
    remindedOnce();
    told.snooze(told.last().id(), "2025-02-23");
    told.tick("2025-02-23T09:00:00Z");
    told.snooze(told.last().id(), "2025-02-25");

    assertThat(told.tick("2025-02-24T09:00:00Z")).isEmpty();
    assertThat(told.tick("2025-02-25T09:00:00Z"))
        .containsExactly("renewal.upcoming 2025-02-28 7/3 12.99");
    assertThat(told.last().revision()).isEqualTo(2);
  }

  @Test
  void untilAMomentThatWasOverWhenItWasToldChangesNothing() {
    remindedOnce();
    told.snooze(told.last().id(), "2025-02-21");

    assertThat(told.tick("2025-02-21T09:00:01Z")).isEmpty();
  }

  @Test
  void aSnoozeThatCameLateIsOverAtOnce() {
    remindedOnce();
    assertThat(told.tick("2025-02-24T09:00:00Z")).isEmpty();
    told.snooze(told.last().id(), "2025-02-23");

    assertThat(told.tick("2025-02-24T10:00:00Z"))
        .containsExactly("renewal.upcoming 2025-02-28 7/4 12.99");
  }

  @Test
  void whatNoLongerHoldsIsVoidedUnderItsNewestIdAndNotToldAgain() {
    remindedOnce();
    told.snooze(told.last().id(), "2025-02-23");
    told.tick("2025-02-23T09:00:00Z");
    String again = told.last().id();
    told.add("2025-02-24", new SubscriptionCancelled(Ticked.day("2025-02-26"), false));
    assertThat(told.alerts("2025-02-24T13:00:00Z").voided()).containsExactly(again);

    told.add("2025-02-25", new SubscriptionReactivated());
    told.tick("2025-02-25T13:00:00Z");
    assertThat(told.last().revision()).isEqualTo(2);
  }

  @Test
  void nothingElseIsToldOfTheSameCharge() {
    told.add("2025-01-01", monthly("2025-01-31", "12.99"));
    told.add("2025-01-31", paid("p1", "12.99"));
    told.tick("2025-02-27T09:00:00Z");
    told.snooze(told.last().id(), "2025-03-07");

    assertThat(told.tick("2025-03-05T09:00:00Z")).isEmpty();
    assertThat(told.nextMoment("2025-03-05T09:00:00Z"))
        .contains(Instant.parse("2025-03-07T09:00:00Z"));
    assertThat(told.tick("2025-03-07T09:00:00Z"))
        .containsExactly("payment.missing 2025-02-28 -5/0 12.99");
  }

  @Test
  void nothingElseIsToldOfTheSamePayment() {
    told.belongsTo(alertsAt("UTC", "09:00"));
    told.add("2025-01-01", monthly("2025-01-31", "12.99"));
    told.add("2025-02-27", failed("p1", "20.00"));
    told.add("2025-02-27", failed("p2", "20.00"));
    assertThat(told.tick("2025-02-27T12:00:00Z")).hasSize(2);
    told.snooze(told.last().id(), "2025-03-03");
    told.add("2025-03-01", paid("p2", "20.00"));
    assertThat(told.tick("2025-03-01T12:00:00Z")).containsExactly("voided");

    assertThat(told.tick("2025-03-03T09:00:00Z"))
        .containsExactly("payment.unexpected 2025-03-01 0/0 20.00 p2 due 12.99");
  }

  @Test
  void whatIsToldAtOnceIsToldAgainWithinItsDays() {
    told.belongsTo(alertsAt("UTC", "09:00"));
    told.add("2025-01-01", monthly("2025-01-31", "12.99"));
    told.add("2025-02-10", failed("p1", "12.99"));
    told.tick("2025-02-10T12:00:00Z");
    told.snooze(told.last().id(), "2025-02-16");
    assertThat(told.tick("2025-02-16T09:00:00Z"))
        .containsExactly("payment.failed 2025-02-10 0/0 12.99 p1");

    told.snooze(told.last().id(), "2025-02-17");
    assertThat(told.tick("2025-02-17T09:00:00Z")).isEmpty();
  }

  @Test
  void anotherChargeAndAnotherTypeOfDateAreToldAllTheSame() {
    told.belongsTo(alertsAt("UTC", "09:00", 7));
    told.add("2025-01-01", monthly("2025-01-31", "12.99"));
    told.add("2025-01-02", priceFrom("14.99", "2025-02-28"));
    assertThat(told.tick("2025-02-21T09:00:00Z")).hasSize(2);
    told.snooze(told.last().id(), "2025-02-24");

    assertThat(told.last().type()).isEqualTo(AlertType.PRICE_CHANGED);
    assertThat(told.tick("2025-02-24T09:00:00Z"))
        .containsExactly("price.changed 2025-02-28 7/4 14.99 was 12.99");
  }

  @Test
  void aPaidChargeIsNotToldAgain() {
    remindedOnce();
    told.snooze(told.last().id(), "2025-02-24");
    told.add("2025-02-22", paid("p1", "12.99"));

    assertThat(told.tick("2025-02-24T09:00:00Z")).isEmpty();
  }

  @Test
  void aTickLooksWhenASnoozeIsOverThoughItIsNotTheNextAlert() {
    remindedOnce();
    told.snooze(told.last().id(), "2025-02-24");

    assertThat(told.scheduled("2025-02-22T12:00:00Z"))
        .isEqualTo("renewal.upcoming 2025-02-28 1 at 2025-02-27T09:00:00Z");
    assertThat(told.nextMoment("2025-02-22T12:00:00Z"))
        .contains(Instant.parse("2025-02-24T09:00:00Z"));
    assertThat(told.nextMoment("2025-02-24T09:00:00Z"))
        .contains(Instant.parse("2025-02-27T09:00:00Z"));
  }
}
