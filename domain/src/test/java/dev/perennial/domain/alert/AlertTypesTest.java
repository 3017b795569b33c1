package dev.perennial.domain.alert;

import static dev.perennial.domain.Facts.failed;
import static dev.perennial.domain.Facts.monthly;
import static dev.perennial.domain.Facts.paid;
import static dev.perennial.domain.Facts.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.charge.AnnouncedCharge;
import dev.perennial.domain.event.ChargeAnnounced;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionReactivated;
import org.junit.jupiter.api.Test;

/**
 * Each type of alert: raised once, caught up after an outage, withdrawn when it no longer holds.
 */
class AlertTypesTest {

  private final Ticked told = new Ticked();

  @Test
  void aTrialThatEndsIsToldOnceALeadAndInPlaceOfTheRenewal() {
    told.add("2025-02-01", "s", started("2025-02-01", "12.99", "2025-02-15"));

    assertThat(told.tick("2025-02-08T08:59:59Z")).isEmpty();
    assertThat(told.tick("2025-02-08T09:00:00Z"))
        .containsExactly("trial.ending 2025-02-15 7/7 12.99");
    assertThat(told.tick("2025-02-08T09:00:01Z")).isEmpty();
    assertThat(told.tick("2025-02-14T09:00:00Z"))
        .containsExactly("trial.ending 2025-02-15 1/1 12.99");
    assertThat(told.tick("2025-03-08T09:00:00Z"))
        .containsExactly("renewal.upcoming 2025-03-15 7/7 12.99");
  }

  @Test
  void aTrialThatWasCancelledMovesNoMoney() {
    told.add("2025-02-01", "s", started("2025-02-01", "12.99", "2025-02-15"));
    told.tick("2025-02-08T09:00:00Z");
    told.add("2025-02-09", "c", new SubscriptionCancelled(Ticked.day("2025-02-15"), false));

    assertThat(told.tick("2025-02-09T13:00:00Z")).containsExactly("voided");
    assertThat(told.tick("2025-02-14T09:00:00Z")).isEmpty();
    assertThat(told.tick("2025-02-15T09:00:00Z"))
        .containsExactly("subscription.ended 2025-02-15 0/0 12.99");
  }

  @Test
  void theLastDayToCancelIsToldWithTheRenewalThatItAvoids() {
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));
    told.add("2025-01-02", "n", Ticked.noticeOf(10, PeriodUnit.DAY));

    // 28 February can be avoided until the 18th.
    assertThat(told.tick("2025-02-11T09:00:00Z"))
        .containsExactly("cancellation.deadline 2025-02-18 7/7 12.99 avoids 2025-02-28");
    assertThat(told.tick("2025-02-17T09:00:00Z"))
        .containsExactly("cancellation.deadline 2025-02-18 1/1 12.99 avoids 2025-02-28");
    assertThat(told.tick("2025-02-19T09:00:00Z")).isEmpty();
  }

  @Test
  void afterAnOutageTheDeadlineIsToldOnItsLastDayAndNoLater() {
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));
    told.add("2025-01-02", "n", Ticked.noticeOf(10, PeriodUnit.DAY));

    assertThat(told.tick("2025-02-18T23:59:59Z"))
        .containsExactly("cancellation.deadline 2025-02-18 1/0 12.99 avoids 2025-02-28");

    told.forgetWhatWasSaid();
    assertThat(told.tick("2025-02-19T00:00:00Z")).isEmpty();
  }

  @Test
  void whoCancelledIsNotToldOfTheDeadline() {
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));
    told.add("2025-01-02", "n", Ticked.noticeOf(10, PeriodUnit.DAY));
    told.tick("2025-02-11T09:00:00Z");
    told.add("2025-02-12", "c", new SubscriptionCancelled(null, true));

    assertThat(told.tick("2025-02-12T13:00:00Z")).containsExactly("voided");
  }

  @Test
  void aFailedPaymentIsToldAtOnceAndOncePerPayment() {
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));
    told.add("2025-02-10", "f1", failed("p1", "12.99"));
    told.add("2025-02-10", "f2", failed("p2", "5.00"));

    assertThat(told.tick("2025-02-10T12:00:00Z"))
        .containsExactly(
            "payment.failed 2025-02-10 0/0 12.99 p1", "payment.failed 2025-02-10 0/0 5.00 p2");
    assertThat(told.tick("2025-02-10T12:00:01Z")).isEmpty();
  }

  @Test
  void aFailedPaymentThatGoesThroughAfterAllIsWithdrawn() {
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));
    told.add("2025-02-10", "f1", failed("p1", "12.99"));
    told.tick("2025-02-10T12:00:00Z");
    told.add("2025-02-12", "ok", paid("p1", "12.99"));

    assertThat(told.tick("2025-02-12T13:00:00Z")).containsExactly("voided");
  }

  @Test
  void aFailureOfLastWeekIsNoNews() {
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));
    told.add("2025-02-10", "f1", failed("p1", "12.99"));

    assertThat(told.tick("2025-02-17T00:00:00Z")).isEmpty();
  }

  @Test
  void whatEndedIsToldOnTheMorningOfItsFirstFreeDay() {
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));
    told.add("2025-02-10", "c", new SubscriptionCancelled(Ticked.day("2025-02-20"), false));

    assertThat(told.tick("2025-02-20T08:59:59Z")).isEmpty();
    assertThat(told.tick("2025-02-20T09:00:00Z"))
        .containsExactly("subscription.ended 2025-02-20 0/0 12.99");

    told.add("2025-02-21", "back", new SubscriptionReactivated());
    assertThat(told.tick("2025-02-21T13:00:00Z"))
        .containsExactly("voided", "renewal.upcoming 2025-02-28 7/7 12.99");
  }

  @Test
  void anAnnouncedChargeMovesItsReminder() {
    told.add("2025-01-01", "s", monthly("2025-01-31", "12.99"));
    assertThat(told.tick("2025-02-21T09:00:00Z"))
        .containsExactly("renewal.upcoming 2025-02-28 7/7 12.99");
    told.add(
        "2025-02-22",
        "bill",
        new ChargeAnnounced(
            new AnnouncedCharge(Ticked.day("2025-03-03"), Money.of("20.00", "EUR"))));

    assertThat(told.tick("2025-02-24T09:00:00Z"))
        .containsExactly("voided", "renewal.upcoming 2025-03-03 7/7 20.00");
  }
}
