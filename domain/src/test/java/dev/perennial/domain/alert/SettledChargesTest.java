package dev.perennial.domain.alert;

import static dev.perennial.domain.Facts.failed;
import static dev.perennial.domain.Facts.monthly;
import static dev.perennial.domain.Facts.paid;
import static dev.perennial.domain.Facts.paidFor;
import static dev.perennial.domain.Facts.refunded;
import static dev.perennial.domain.Facts.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import dev.perennial.domain.charge.AnnouncedCharge;
import dev.perennial.domain.event.ChargeAnnounced;
import org.junit.jupiter.api.Test;

/** A charge that is paid raises nothing more, and what was said of it stands. */
class SettledChargesTest {

  private final Ticked told = new Ticked();

  @Test
  void anEarlyPaymentEndsTheRemindersAndVoidsNone() {
    told.add("2025-01-01", monthly("2025-01-31", "12.99"));
    assertThat(told.tick("2025-01-24T09:00:00Z")).hasSize(1);
    told.add("2025-01-26", paid("p1", "12.99"));

    assertThat(told.tick("2025-01-30T09:00:00Z")).isEmpty();
    assertThat(told.scheduled("2025-01-26T13:00:00Z"))
        .isEqualTo("renewal.upcoming 2025-02-28 7 at 2025-02-21T09:00:00Z");
  }

  @Test
  void aFailedPaymentSettlesNothing() {
    told.add("2025-01-01", monthly("2025-01-31", "12.99"));
    told.add("2025-01-20", failed("p1", "12.99"));

    assertThat(told.tick("2025-01-30T09:00:00Z"))
        .containsExactly("renewal.upcoming 2025-01-31 1/1 12.99");
  }

  @Test
  void aRefundInFullOpensTheChargeAgain() {
    told.add("2025-01-01", monthly("2025-01-31", "12.99"));
    told.tick("2025-01-24T09:00:00Z");
    told.add("2025-01-26", paid("p1", "12.99"));
    told.tick("2025-01-30T09:00:00Z");
    told.add("2025-01-30", refunded("p1", "r1", "12.98"));
    assertThat(told.tick("2025-01-30T13:00:00Z")).isEmpty();
    told.add("2025-01-31", refunded("p1", "r2", "0.01"));

    assertThat(told.tick("2025-01-31T13:00:00Z"))
        .containsExactly("renewal.upcoming 2025-01-31 1/0 12.99");
  }

  @Test
  void whatWasToldBeforeThePaymentIsNotToldAgainAfterTheRefund() {
    told.add("2025-01-01", monthly("2025-01-31", "12.99"));
    told.tick("2025-01-24T09:00:00Z");
    told.add("2025-01-26", paid("p1", "12.99"));
    told.add("2025-01-27", refunded("p1", "r1", "12.99"));

    assertThat(told.tick("2025-01-27T13:00:00Z")).isEmpty();
    assertThat(told.scheduled("2025-01-27T13:00:00Z"))
        .isEqualTo("renewal.upcoming 2025-01-31 1 at 2025-01-30T09:00:00Z");
  }

  @Test
  void aTrialThatIsPaidForIsNotToldOf() {
    told.add("2025-02-01", started("2025-02-01", "12.99", "2025-02-15"));
    told.add("2025-02-02", paidFor("2025-02-15", "p1", "12.99"));

    assertThat(told.tick("2025-02-14T09:00:00Z")).isEmpty();
    assertThat(told.scheduled("2025-02-03T12:00:00Z"))
        .isEqualTo("renewal.upcoming 2025-03-15 7 at 2025-03-08T09:00:00Z");
  }

  @Test
  void anAnnouncedChargeIsSettledUnderItsScheduledDate() {
    told.add("2025-01-01", monthly("2025-01-31", "12.99"));
    told.add(
        "2025-02-10",
        new ChargeAnnounced(
            new AnnouncedCharge(Ticked.day("2025-03-05"), Money.of("20.00", "EUR"))));
    told.add("2025-02-20", paid("p1", "20.00"));

    assertThat(told.tick("2025-03-04T09:00:00Z")).isEmpty();
    assertThat(told.tick("2025-03-24T09:00:00Z"))
        .containsExactly("renewal.upcoming 2025-03-31 7/7 12.99");
  }
}
