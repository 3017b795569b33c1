package dev.perennial.domain.calendar;

import static dev.perennial.domain.calendar.Billings.every;
import static dev.perennial.domain.calendar.Billings.monthly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class BillingCalendarTest {

  private static final BillingCalendar MONTHLY = new BillingCalendar(monthly("2025-01-31"));

  @ParameterizedTest(name = "{0} every {1} {2} {3}")
  @CsvFileSource(resources = "/vectors/calendar.csv", commentCharacter = '#')
  void publishedVectorsHold(
      LocalDate anchor, int every, PeriodUnit unit, MonthEnd monthEnd, String dates) {
    BillingCalendar calendar =
        new BillingCalendar(new Billing(new BillingPeriod(every, unit), anchor, monthEnd));
    List<LocalDate> expected = Arrays.stream(dates.split(" ")).map(LocalDate::parse).toList();

    assertThat(following(calendar, anchor).limit(expected.size())).isEqualTo(expected);
    assertThat(calendar.between(anchor.plusDays(1), expected.getLast())).isEqualTo(expected);
  }

  @Test
  void theAnchorIsOccurrenceZero() {
    assertThat(MONTHLY.occurrence(0)).contains(day("2025-01-31"));
    assertThat(MONTHLY.onOrAfter(day("2025-01-31"))).contains(day("2025-01-31"));
    assertThat(MONTHLY.onOrAfter(day("2020-05-05"))).contains(day("2025-01-31"));
    assertThat(MONTHLY.previous(day("2025-01-31"))).isEmpty();
    assertThat(MONTHLY.onOrBefore(day("2025-01-30"))).isEmpty();
  }

  @Test
  void nextIsStrictlyAfterAndPreviousStrictlyBefore() {
    assertThat(MONTHLY.next(day("2025-02-28"))).contains(day("2025-03-31"));
    assertThat(MONTHLY.onOrAfter(day("2025-02-28"))).contains(day("2025-02-28"));
    assertThat(MONTHLY.previous(day("2025-02-28"))).contains(day("2025-01-31"));
    assertThat(MONTHLY.onOrBefore(day("2025-02-28"))).contains(day("2025-02-28"));
  }

  @Test
  void countingFromOneLeavesTheAnchorOut() {
    BillingCalendar calendar = new BillingCalendar(monthly("2025-06-10"), 1);

    assertThat(calendar.occurrence(0)).isEmpty();
    assertThat(calendar.indexOf(day("2025-06-10"))).isEmpty();
    assertThat(calendar.next(day("2025-01-01"))).contains(day("2025-07-10"));
    assertThat(calendar.onOrBefore(day("2025-07-09"))).isEmpty();
    assertThat(calendar.limitedTo(1).next(day("2025-07-10"))).isEmpty();
  }

  @Test
  void anOccurrenceKnowsItsNumber() {
    assertThat(MONTHLY.indexOf(day("2025-02-28"))).isEqualTo(OptionalLong.of(1));
    assertThat(MONTHLY.indexOf(day("2025-02-27"))).isEmpty();
    assertThat(MONTHLY.indexOf(day("2024-12-31"))).isEmpty();
  }

  @Test
  void aRangeIncludesBothEnds() {
    assertThat(MONTHLY.between(day("2025-01-31"), day("2025-03-31")))
        .containsExactly(day("2025-01-31"), day("2025-02-28"), day("2025-03-31"));
    assertThat(MONTHLY.between(day("2025-02-01"), day("2025-02-27"))).isEmpty();
    assertThat(MONTHLY.between(day("2025-03-31"), day("2025-01-31"))).isEmpty();
  }

  @Test
  void aRangeIsWorkedOutOnlyAsFarAsItIsRead() {
    BillingCalendar daily =
        new BillingCalendar(every(1, PeriodUnit.DAY, "2025-01-31", MonthEnd.CLAMP));

    assertThat(daily.between(LocalDate.MIN, LocalDate.MAX).skip(1_000_000).findFirst())
        .contains(day("2025-01-31").plusDays(1_000_000));
  }

  @Test
  void anIndexBeforeTheAnchorIsRejected() {
    assertThatThrownBy(() -> MONTHLY.occurrence(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BillingCalendar(monthly("2025-01-31"), -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLimitEndsTheDueDatesAndDoesNotCountSkippedMonths() {
    BillingCalendar skipping =
        new BillingCalendar(every(1, PeriodUnit.MONTH, "2014-12-31", MonthEnd.SKIP)).limitedTo(3);

    assertThat(MONTHLY.limitedTo(2).between(LocalDate.MIN, LocalDate.MAX))
        .containsExactly(day("2025-01-31"), day("2025-02-28"));
    assertThat(skipping.between(LocalDate.MIN, LocalDate.MAX))
        .containsExactly(day("2014-12-31"), day("2015-01-31"), day("2015-03-31"));
    assertThatThrownBy(() -> MONTHLY.limitedTo(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLimitPassesWholeCyclesOfTheCalendar() {
    BillingCalendar leapDays =
        new BillingCalendar(every(1, PeriodUnit.YEAR, "2000-02-29", MonthEnd.SKIP));

    // 97 leap days in 400 years.
    assertThat(leapDays.limitedTo(97).onOrBefore(LocalDate.MAX)).contains(day("2396-02-29"));
    assertThat(leapDays.limitedTo(98).onOrBefore(LocalDate.MAX)).contains(day("2400-02-29"));
    assertThat(leapDays.limitedTo(1 + 15 * 97).onOrBefore(LocalDate.MAX))
        .contains(day("8000-02-29"));
    assertThat(leapDays.limitedTo(Integer.MAX_VALUE).onOrBefore(LocalDate.MAX))
        .contains(day("9996-02-29"));
  }

  @Test
  void anEndAndALimitHoldTogether() {
    BillingCalendar toEnd = MONTHLY.endingBefore(day("2025-03-31"));

    assertThat(toEnd.onOrBefore(LocalDate.MAX)).contains(day("2025-02-28"));
    assertThat(toEnd.occurrence(2)).isEmpty();
    assertThat(toEnd.limitedTo(5).next(day("2025-02-28"))).isEmpty();
    assertThat(toEnd.limitedTo(1).next(day("2025-01-31"))).isEmpty();
    assertThat(MONTHLY.limitedTo(1).endingBefore(day("2025-03-31")).next(day("2025-01-31")))
        .isEmpty();
  }

  @Test
  void whatEndsBeforeItBeginsIsNeverDue() {
    BillingCalendar never = MONTHLY.endingBefore(day("2024-01-01"));

    assertThat(never.onOrAfter(LocalDate.MIN)).isEmpty();
    assertThat(never.onOrBefore(LocalDate.MAX)).isEmpty();
    assertThat(never.between(LocalDate.MIN, LocalDate.MAX)).isEmpty();
    assertThat(never.occurrence(0)).isEmpty();
  }

  @Test
  void dueDatesAreCountedAndFoundByTheirNumberFromAnyDay() {
    assertThat(MONTHLY.count(day("2025-01-31"), day("2025-03-31"))).isEqualTo(3);
    assertThat(MONTHLY.count(day("2025-02-01"), day("2025-03-30"))).isEqualTo(1);
    assertThat(MONTHLY.count(day("2025-02-01"), day("2025-02-27"))).isZero();
    assertThat(MONTHLY.count(LocalDate.MIN, day("2025-01-30"))).isZero();
    assertThat(MONTHLY.nth(day("2025-02-01"), 2)).contains(day("2025-03-31"));
    assertThat(MONTHLY.nth(LocalDate.MIN, 1)).contains(day("2025-01-31"));
    assertThat(MONTHLY.limitedTo(2).nth(day("2025-02-01"), 2)).isEmpty();
  }

  @Test
  void monthsThatAreSkippedAreNotCounted() {
    BillingCalendar skipping =
        new BillingCalendar(every(1, PeriodUnit.MONTH, "2015-01-31", MonthEnd.SKIP));

    assertThat(skipping.count(day("2015-01-01"), day("2015-12-31"))).isEqualTo(7);
    assertThat(skipping.nth(day("2015-02-01"), 2)).contains(day("2015-05-31"));
    assertThat(skipping.count(day("2015-02-01"), day("2415-01-31"))).isEqualTo(2_800);
  }

  @Test
  void aLeapDayThatIsSkippedWaitsForTheNextLeapYear() {
    BillingCalendar calendar =
        new BillingCalendar(every(1, PeriodUnit.YEAR, "2096-02-29", MonthEnd.SKIP));

    assertThat(calendar.next(day("2096-02-29"))).contains(day("2104-02-29"));
    assertThat(calendar.previous(day("2104-02-29"))).contains(day("2096-02-29"));
  }

  @ParameterizedTest
  @EnumSource(MonthEnd.class)
  void nothingIsDueAfterTheYear9999AndNoDateIsWrongThere(MonthEnd monthEnd) {
    for (PeriodUnit unit : PeriodUnit.values()) {
      BillingCalendar calendar = new BillingCalendar(every(1_000, unit, "9999-12-31", monthEnd));

      assertThat(calendar.between(LocalDate.MIN, LocalDate.MAX)).containsExactly(day("9999-12-31"));
      assertThat(calendar.next(day("9999-12-31"))).isEmpty();
      assertThat(calendar.onOrBefore(LocalDate.MAX)).contains(BillingCalendar.LAST_DAY);
      assertThat(calendar.occurrence(Long.MAX_VALUE)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(MonthEnd.class)
  void theFirstYearsHaveDueDatesToo(MonthEnd monthEnd) {
    for (PeriodUnit unit : PeriodUnit.values()) {
      BillingCalendar calendar = new BillingCalendar(every(1, unit, "0001-01-01", monthEnd));

      assertThat(calendar.onOrAfter(LocalDate.MIN)).contains(day("0001-01-01"));
      assertThat(calendar.onOrBefore(LocalDate.MIN)).isEmpty();
      assertThat(calendar.indexOf(LocalDate.MIN)).isEmpty();
      assertThat(calendar.indexOf(LocalDate.MAX)).isEmpty();
      assertThat(calendar.endingBefore(LocalDate.MIN).onOrBefore(LocalDate.MAX)).isEmpty();
    }
  }

  @Test
  void anAnchorOutsideTheFourDigitsOfAYearIsRejected() {
    for (LocalDate anchor : List.of(LocalDate.of(0, 12, 31), LocalDate.of(10_000, 1, 1))) {
      Billing billing = monthly("2025-01-31").withAnchor(anchor);

      assertThatThrownBy(() -> new BillingCalendar(billing))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(Integer.toString(anchor.getYear()));
    }
  }

  @Test
  void aFirstIndexBeyondTheEndLeavesNothingDue() {
    BillingCalendar calendar = new BillingCalendar(monthly("2025-01-31"), Long.MAX_VALUE);

    assertThat(calendar.onOrAfter(LocalDate.MIN)).isEmpty();
    assertThat(calendar.limitedTo(Integer.MAX_VALUE).onOrBefore(LocalDate.MAX)).isEmpty();
  }

  private static Stream<LocalDate> following(BillingCalendar calendar, LocalDate after) {
    return Stream.iterate(
            calendar.next(after), Optional::isPresent, due -> calendar.next(due.get()))
        .map(Optional::get);
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
