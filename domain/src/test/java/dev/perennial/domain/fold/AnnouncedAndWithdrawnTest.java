package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.priceFrom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.event.ChangeWithdrawn;
import org.junit.jupiter.api.Test;

/** Charges that are announced, and changes that are taken back. */
class AnnouncedAndWithdrawnTest {

  private final Told told = new Told();

  @Test
  void anAnnouncedChargeMovesTheNearestDueDateAndItsAmount() {
    told.start("2025-01-31");
    told.add("2025-02-10", "bill", Told.announced("2025-03-03", "17.20"));

    assertThat(told.renewal("2025-02-11")).isEqualTo("2025-03-03 17.20");
    assertThat(told.renewal("2025-03-03")).isEqualTo("2025-03-03 17.20");
    assertThat(told.renewal("2025-03-04")).isEqualTo("2025-03-31 12.99");
    assertThat(told.outcome("bill")).isEqualTo(FactStatus.Outcome.APPLIED);
  }

  @Test
  void aChargeThatWasMovedForwardIsNotDueTwice() {
    told.start("2025-01-31");
    told.add("2025-02-10", "bill", Told.announced("2025-02-20", "17.20"));

    assertThat(told.dueDates("2025-02-11").between(Told.day("2025-02-01"), Told.day("2025-03-31")))
        .extracting(Charge::dueOn)
        .containsExactly(Told.day("2025-02-20"), Told.day("2025-03-31"));
    assertThat(told.dueDates("2025-02-11").isDue(Told.day("2025-02-28"))).isFalse();
  }

  @Test
  void whatIsAnnouncedFarFromEveryDueDateWaits() {
    told.startYearly("2025-05-31");
    told.add("2025-02-10", "bill", Told.announced("2024-11-01", "17.20"));

    assertThat(told.outcome("bill")).isEqualTo(FactStatus.Outcome.WAITING);
    assertThat(told.renewal("2025-11-20")).isEqualTo("2026-05-31 12.99");
  }

  @Test
  void aChangeIsWithdrawnBeforeItsFirstDayWhereverItSorts() {
    told.start("2025-01-31");
    told.add("2025-02-10", "rise", priceFrom("14.99", "2025-03-15"));
    told.add("2025-02-01", "sorry", new ChangeWithdrawn("rise"));

    assertThat(told.renewal("2025-03-20")).isEqualTo("2025-03-31 12.99");
    assertThat(told.state("2025-03-20").terms().priceHistory()).hasSize(1);
    assertThat(told.outcome("rise")).isEqualTo(FactStatus.Outcome.SUPERSEDED);
    assertThat(told.outcome("sorry")).isEqualTo(FactStatus.Outcome.APPLIED);
  }

  @Test
  void aChangeThatIsInForceStays() {
    told.start("2025-01-31");
    told.add("2025-02-10", "rise", priceFrom("14.99", "2025-03-15"));
    told.add("2025-03-15", "late", new ChangeWithdrawn("rise"));

    assertThat(told.renewal("2025-03-20")).isEqualTo("2025-03-31 14.99");
    assertThat(told.outcome("late")).isEqualTo(FactStatus.Outcome.APPLIED);
  }

  @Test
  void aWithdrawalOfWhatNobodyKnowsWaits() {
    told.start("2025-01-31");
    told.add("2025-02-10", "sorry", new ChangeWithdrawn("rise"));

    assertThat(told.outcome("sorry")).isEqualTo(FactStatus.Outcome.WAITING);
  }

  @Test
  void thePriceHistoryTellsEveryChangeOnce() {
    told.start("2025-01-31");
    told.add("2025-02-10", "rise", priceFrom("14.99", "2025-03-15"));
    told.add("2025-02-11", "same", priceFrom("14.99", "2025-06-15"));
    told.add("2025-02-12", "later", priceFrom("15.99", "2026-03-15"));

    assertThat(told.state("2025-02-20").terms().priceHistory())
        .extracting(price -> price.from() + " " + price.price().amount().value())
        .containsExactly("2025-01-01 12.99", "2025-03-15 14.99", "2026-03-15 15.99");
  }
}
