package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionPaused;
import dev.perennial.domain.event.SubscriptionResumed;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a subscription ends: cancelled, by number, by notice. */
class EndsTest {

  private static final SubscriptionCancelled AT_PERIOD_END = new SubscriptionCancelled(null, true);

  private final Told told = new Told();

  @Test
  void cancelledAtThePeriodsEndFollowsAScheduleThatChangesLater() {
    told.start("2025-01-31");
    told.add("2025-02-10", "cancel", AT_PERIOD_END);
    assertThat(told.state("2025-02-11").endsOn()).isEqualTo("2025-02-28");

    told.add(
        "2025-02-20", "yearly", Told.billedFrom(1, PeriodUnit.YEAR, "2025-01-31", "2025-02-20"));

    assertThat(told.state("2025-02-21").endsOn()).isEqualTo("2026-01-31");
    assertThat(told.state("2025-02-21").status()).isEqualTo(SubscriptionStatus.CANCELLED);
    assertThat(told.state("2026-01-31").status()).isEqualTo(SubscriptionStatus.ENDED);
  }

  /** Wallos issue 104: three months before 31 May. */
  @Test
  void aNoticeSaysUntilWhenTheNextRenewalCanBeAvoided() {
    told.startYearly("2025-05-31");
    told.add("2025-06-01", "notice", Told.notice(3, PeriodUnit.MONTH));

    assertThat(told.state("2026-02-28").cancelBy())
        .isEqualTo(new SubscriptionState.CancelBy(Told.day("2026-02-28"), Told.day("2026-05-31")));
    assertThat(told.state("2026-03-01").cancelBy())
        .isEqualTo(new SubscriptionState.CancelBy(Told.day("2027-02-28"), Told.day("2027-05-31")));
  }

  @Test
  void aNoticeThatCameTooLateEndsOnePeriodLater() {
    told.startYearly("2025-05-31");
    told.add("2025-06-01", "notice", Told.notice(3, PeriodUnit.MONTH));
    told.add("2026-03-01", "cancel", AT_PERIOD_END);

    assertThat(told.state("2026-03-02").endsOn()).isEqualTo("2027-05-31");
    assertThat(told.state("2026-03-02").cancelBy()).isNull();
    assertThat(told.state("2026-03-02").nextRenewal()).isNotNull();
  }

  /** Counted back from a short month, the day that adding gives may be too early by some days. */
  @Test
  void aNoticeOfAMonthFromTheThirtyFirstNeedsADayOfMay() {
    told.start("2025-01-01");
    told.add("2025-01-02", "daily", Told.billedFrom(1, PeriodUnit.DAY, "2025-01-01", "2025-01-02"));
    told.add("2025-01-02", "notice", Told.notice(1, PeriodUnit.MONTH));
    told.add("2025-03-31", "cancel", AT_PERIOD_END);

    assertThat(told.state("2025-04-01").endsOn()).isEqualTo("2025-05-01");
  }

  @Test
  void cancelledOnItsLastDayOfNoticeItAvoidsTheRenewal() {
    told.start("2025-01-31");
    told.add("2025-02-01", "notice", Told.notice(30, PeriodUnit.DAY));
    told.add("2025-03-01", "cancel", AT_PERIOD_END);

    assertThat(told.state("2025-03-02").endsOn()).isEqualTo("2025-03-31");
  }

  @Test
  void theNextTurnIsTheDayBehindTheLastToCancel() {
    told.startYearly("2025-05-31");
    told.add("2025-06-01", "notice", Told.notice(3, PeriodUnit.MONTH));

    assertThat(told.view("2026-02-20").nextTurn()).contains(Instant.parse("2026-03-01T00:00:00Z"));
  }

  @Test
  void aNumberOfOccurrencesEndsBehindTheLastPaidPeriod() {
    told.start("2025-01-31");
    told.add("2025-01-02", "limit", Told.occurrences(3));

    assertThat(told.state("2025-02-01").endsOn()).isEqualTo("2025-04-30");
    assertThat(told.renewal("2025-03-31")).isEqualTo("2025-03-31 12.99");
    assertThat(told.state("2025-04-01").nextRenewal()).isNull();
    assertThat(told.state("2025-04-01").status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(told.state("2025-04-30").status()).isEqualTo(SubscriptionStatus.ENDED);
  }

  @Test
  void dueDatesInAPauseAreNotCounted() {
    told.start("2025-01-31");
    told.add("2025-01-02", "limit", Told.occurrences(3));
    told.add("2025-02-10", "pause", new SubscriptionPaused(null));
    told.add("2025-04-10", "resume", new SubscriptionResumed(SubscriptionResumed.Anchor.UNCHANGED));

    // 31 January, 30 April and 31 May are due; 30 June would be the fourth.
    assertThat(told.state("2025-05-01").endsOn()).isEqualTo("2025-06-30");
  }

  @Test
  void occurrencesAreCountedOverEverySchedule() {
    told.start("2025-01-31");
    told.add("2025-01-02", "limit", Told.occurrences(4));
    told.add(
        "2025-03-05", "weekly", Told.billedFrom(1, PeriodUnit.WEEK, "2025-03-10", "2025-03-05"));

    // 31 January, 28 February, 10 and 17 March are due; 24 March would be the fifth.
    assertThat(told.state("2025-03-06").endsOn()).isEqualTo("2025-03-24");
  }

  @Test
  void aNewStartCountsFromItsOwnDay() {
    told.start("2025-01-31");
    told.add("2025-01-02", "limit", Told.occurrences(2));
    told.add("2025-06-15", "again", monthly("2025-01-31", "9.99"));
    told.add("2025-06-16", "limit-again", Told.occurrences(2));

    assertThat(told.state("2025-06-17").endsOn()).isEqualTo("2025-08-31");
  }

  @Test
  void theSoonestEndCounts() {
    told.start("2025-01-31");
    told.add("2025-01-02", "limit", Told.occurrences(12));
    told.add("2025-01-03", "end", Told.endsOn("2025-05-15"));
    assertThat(told.state("2025-02-01").endsOn()).isEqualTo("2025-05-15");

    told.add("2025-02-10", "cancel", new SubscriptionCancelled(Told.day("2025-04-01"), false));
    assertThat(told.state("2025-02-11").endsOn()).isEqualTo("2025-04-01");
  }
}
