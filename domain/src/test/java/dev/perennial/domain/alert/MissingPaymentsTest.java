package dev.perennial.domain.alert;

import static dev.perennial.domain.Facts.alertsAt;
import static dev.perennial.domain.Facts.billedEvery;
import static dev.perennial.domain.Facts.collected;
import static dev.perennial.domain.Facts.failed;
import static dev.perennial.domain.Facts.monthly;
import static dev.perennial.domain.Facts.paid;
import static dev.perennial.domain.Facts.paidFor;
import static dev.perennial.domain.Facts.refunded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.event.SubscriptionPaused;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Where a payment was always reported, silence says something. */
class MissingPaymentsTest {

  private static final String MISSING = "payment.missing 2025-02-28 -5/0 12.99";

  private final Ticked told = new Ticked();

  private void paidInJanuary() {
    told.belongsTo(alertsAt("UTC", "09:00"));
    told.add("2025-01-01", monthly("2025-01-31", "12.99"));
    told.add("2025-01-31", paid("p1", "12.99"));
  }

  @Test
  void aPaymentIsMissingAfterTheGraceAndForSixDays() {
    paidInJanuary();

    assertThat(told.tick("2025-03-05T08:59:59Z")).isEmpty();
    assertThat(told.tick("2025-03-05T09:00:00Z")).containsExactly(MISSING);
    assertThat(told.tick("2025-03-05T09:00:01Z")).isEmpty();
    assertThat(told.last().fireAt()).isEqualTo("2025-03-05T09:00:00Z");

    told.forgetWhatWasSaid();
    assertThat(told.tick("2025-03-11T23:59:59Z")).containsExactly(MISSING);
    told.forgetWhatWasSaid();
    assertThat(told.tick("2025-03-12T00:00:00Z")).isEmpty();
  }

  @Test
  void aPaymentThatTurnsUpWithdrawsIt() {
    paidInJanuary();
    told.tick("2025-03-05T09:00:00Z");
    told.add("2025-03-06", paid("p2", "12.99"));
    assertThat(told.tick("2025-03-06T13:00:00Z")).containsExactly("voided");

    told.add("2025-03-07", refunded("p2", "r", "12.99"));
    assertThat(told.tick("2025-03-07T13:00:00Z")).containsExactly(MISSING);
    assertThat(told.last().revision()).isEqualTo(1);
  }

  @Test
  void whoHasReportedNoPaymentBeforeTheDayMissesNone() {
    told.belongsTo(alertsAt("UTC", "09:00"));
    told.add("2025-01-01", monthly("2025-01-31", "12.99"));
    assertThat(told.tick("2025-02-05T09:00:00Z")).isEmpty();

    // Paid on the due day, but for another one.
    told.add("2025-01-31", paidFor("2025-02-28", "p1", "12.99"));
    assertThat(told.tick("2025-02-05T09:00:00Z")).isEmpty();
    assertThat(told.tick("2025-04-05T09:00:00Z"))
        .containsExactly("payment.missing 2025-03-31 -5/0 12.99");
  }

  @Test
  void aFailedPaymentIsNoReportOfOneThatWentThrough() {
    told.belongsTo(alertsAt("UTC", "09:00"));
    told.add("2025-01-01", monthly("2025-01-31", "12.99"));
    told.add("2025-01-20", failed("p1", "12.99"));

    assertThat(told.tick("2025-02-05T09:00:00Z")).isEmpty();
    assertThat(told.nextMoment("2025-02-05T09:00:00Z")).isEmpty();
  }

  @Test
  void theGraceIsHalfAPeriodAndAtLeastADay() {
    paidInJanuary();
    told.add("2025-02-01", "short", billedEvery(1, PeriodUnit.WEEK, "2025-02-03"));
    assertThat(told.tick("2025-02-06T08:59:59Z")).isEmpty();
    assertThat(told.tick("2025-02-06T09:00:00Z"))
        .containsExactly("payment.missing 2025-02-03 -3/0 12.99");

    told.forgetWhatWasSaid();
    told.add("2025-02-02", "daily", billedEvery(1, PeriodUnit.DAY, "2025-02-10"));
    assertThat(told.tick("2025-02-11T09:00:00Z"))
        .contains("payment.missing 2025-02-10 -1/0 12.99")
        .doesNotContain("payment.missing 2025-02-11 -1/0 12.99");
  }

  @Test
  void whatIsPaidByHandIsNotMissing() {
    paidInJanuary();
    told.add("2025-02-01", collected(CollectionMode.MANUAL, null));

    assertThat(told.tick("2025-03-05T09:00:00Z")).isEmpty();
  }

  @Test
  void nothingIsMissingInAPause() {
    paidInJanuary();
    told.add("2025-02-10", new SubscriptionPaused(Ticked.day("2025-03-10")));

    assertThat(told.tick("2025-03-05T09:00:00Z")).isEmpty();
  }

  @Test
  void everyDueDateIsMissedOnItsOwn() {
    paidInJanuary();
    told.add("2025-02-01", billedEvery(5, PeriodUnit.DAY, "2025-02-10"));

    assertThat(told.tick("2025-02-17T09:00:00Z"))
        .containsExactly(
            "payment.missing 2025-02-10 -2/0 12.99", "payment.missing 2025-02-15 -2/0 12.99");
  }

  @Test
  void aTickLooksForItThoughItIsNotTheNextAlert() {
    paidInJanuary();

    assertThat(told.scheduled("2025-02-01T12:00:00Z")).isEqualTo("none");
    assertThat(told.nextMoment("2025-02-01T12:00:00Z"))
        .contains(Instant.parse("2025-03-05T09:00:00Z"));
    assertThat(told.nextMoment("2025-03-05T08:59:59Z"))
        .contains(Instant.parse("2025-03-05T09:00:00Z"));
    assertThat(told.nextMoment("2025-03-05T09:00:00Z"))
        .contains(Instant.parse("2025-04-05T09:00:00Z"));
    told.add("2025-02-27", paid("p2", "12.99"));
    assertThat(told.nextMoment("2025-03-01T09:00:00Z"))
        .contains(Instant.parse("2025-04-05T09:00:00Z"));
  }

  @Test
  void theGraceOfAShorterPeriodMayBeOverFirst() {
    paidInJanuary();
    told.add("2025-02-01", billedEvery(1, PeriodUnit.DAY, "2025-03-01"));

    assertThat(told.nextMoment("2025-02-20T12:00:00Z"))
        .contains(Instant.parse("2025-03-02T09:00:00Z"));
  }
}
