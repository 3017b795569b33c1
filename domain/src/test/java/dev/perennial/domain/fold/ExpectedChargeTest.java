package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.collected;
import static dev.perennial.domain.Facts.paid;
import static dev.perennial.domain.Facts.paidFor;
import static dev.perennial.domain.Facts.refunded;
import static dev.perennial.domain.fold.Told.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionPaused;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is expected next, and on which days it is thought of otherwise. */
class ExpectedChargeTest {

  private final Told told = new Told();

  @Test
  void itIsTheNextRenewalWhereNothingWasEverSettled() {
    told.start("2025-01-31");

    assertThat(expected("2025-01-10")).isEqualTo("2025-01-31 12.99 UPCOMING");
    assertThat(expected("2025-02-20")).isEqualTo("2025-02-28 12.99 UPCOMING");
  }

  @Test
  void itIsTheFirstChargeBehindTheNewestSettledOneAndMissingAfterTheGrace() {
    told.start("2025-01-31");
    told.add("2025-02-01", "p", paid("p1", "12.99"));

    assertThat(expected("2025-02-28")).isEqualTo("2025-02-28 12.99 UPCOMING");
    assertThat(expected("2025-03-01")).isEqualTo("2025-02-28 12.99 OUTSTANDING");
    assertThat(expected("2025-03-04")).isEqualTo("2025-02-28 12.99 OUTSTANDING");
    assertThat(expected("2025-03-05")).isEqualTo("2025-02-28 12.99 MISSING");
    assertThat(expected("2025-06-05")).isEqualTo("2025-02-28 12.99 MISSING");
  }

  @Test
  void whatIsPaidByHandStaysOutstanding() {
    told.start("2025-01-31");
    told.add("2025-02-01", "p", paid("p1", "12.99"));
    told.add("2025-02-02", "hand", collected(CollectionMode.MANUAL, null));

    assertThat(expected("2025-06-05")).isEqualTo("2025-02-28 12.99 OUTSTANDING");
  }

  @Test
  void aChargeThatWasPassedOverIsNoLongerExpected() {
    told.start("2025-01-31");
    told.add("2025-02-01", "p", paid("p1", "12.99"));
    told.add("2025-03-31", "q", paid("p3", "12.99"));
    assertThat(expected("2025-04-10")).isEqualTo("2025-04-30 12.99 UPCOMING");

    told.add("2025-04-01", "r", refunded("p3", "r1", "12.99"));
    assertThat(expected("2025-04-10")).isEqualTo("2025-02-28 12.99 MISSING");
  }

  @Test
  void whatIsPaidAheadIsExpectedBehindIt() {
    told.start("2025-01-31");
    told.add("2025-01-31", "p", paidFor("2025-03-31", "p1", "12.99"));

    assertThat(expected("2025-02-01")).isEqualTo("2025-04-30 12.99 UPCOMING");
    assertThat(renewal("2025-02-01")).isEqualTo(day("2025-02-28").toString());
  }

  @Test
  void anAnnouncedDayAndAmountStandInForIt() {
    told.start("2025-01-31");
    told.add("2025-02-01", "p", paid("p1", "12.99"));
    told.add("2025-02-02", "bill", Told.announced("2025-03-03", "20.00"));

    assertThat(expected("2025-03-03")).isEqualTo("2025-03-03 20.00 UPCOMING");
    assertThat(expected("2025-03-08")).isEqualTo("2025-03-03 20.00 MISSING");
  }

  @Test
  void nothingIsExpectedOfWhatHasEndedOrWaits() {
    told.start("2025-01-31");
    told.add("2025-02-01", "p", paid("p1", "12.99"));
    told.add("2025-02-10", "pause", new SubscriptionPaused(null));
    assertThat(expected("2025-06-05")).isEqualTo("none");

    told.add("2025-06-06", "end", new SubscriptionCancelled(null, false));
    assertThat(expected("2025-06-07")).isEqualTo("none");
  }

  @Test
  void whatWasNotPaidBeforeTheEndIsNotExpectedAnyMore() {
    told.start("2025-01-31");
    told.add("2025-02-01", "p", paid("p1", "12.99"));
    told.add("2025-03-10", "end", new SubscriptionCancelled(null, false));

    assertThat(told.state("2025-03-09").expected()).isNotNull();
    assertThat(expected("2025-03-10")).isEqualTo("none");
  }

  @Test
  void theDocumentIsDerivedAgainWhenTheStateBecomesAnother() {
    told.start("2025-01-31");
    told.add("2025-01-02", "year", Told.billedFrom(1, PeriodUnit.YEAR, "2025-01-31", "2025-01-02"));
    told.add("2025-01-31", "p", paid("p1", "12.99"));

    assertThat(told.view("2026-01-31").nextTurn()).contains(Instant.parse("2026-02-01T00:00:00Z"));
    assertThat(told.view("2026-02-01").nextTurn()).contains(Instant.parse("2026-02-05T00:00:00Z"));
    assertThat(told.view("2026-02-05").nextTurn()).contains(Instant.parse("2027-02-01T00:00:00Z"));
  }

  @Test
  void itIsPaidSinceTheFirstDayOnWhichAPaymentWentThrough() {
    told.start("2025-01-31");
    assertThat(told.state("2025-04-01").spending().paidSince()).isNull();

    told.add("2025-03-03", "p", paid("p1", "12.99"));
    told.add("2025-02-03", "q", paid("p2", "12.99"));
    told.add("2025-02-04", "r", refunded("p2", "r1", "12.99"));
    assertThat(told.state("2025-04-01").spending().paidSince()).isEqualTo(day("2025-02-03"));
  }

  private String expected(String day) {
    ExpectedCharge expected = told.state(day).expected();
    return expected == null
        ? "none"
        : "%s %s %s"
            .formatted(
                expected.charge().dueOn(), expected.charge().amount().value(), expected.state());
  }

  private String renewal(String day) {
    return told.renewal(day).split(" ")[0];
  }
}
