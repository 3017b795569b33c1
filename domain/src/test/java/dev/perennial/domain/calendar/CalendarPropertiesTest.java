package dev.perennial.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Billing;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What holds for every billing, over the 200 years after its anchor. */
class CalendarPropertiesTest {

  private static final long SEED = 4_711;
  private static final int BILLINGS = 200;

  @Test
  void laterOccurrencesFallOnLaterDays() {
    forEachBilling(
        (billing, label) ->
            assertThat(dates(billing)).as(label).isSorted().doesNotHaveDuplicates());
  }

  @Test
  void everyDateIsFoundByItsNumberAndItsNumberByTheDate() {
    forEachBilling(
        (billing, label) -> {
          BillingCalendar calendar = new BillingCalendar(billing);
          for (LocalDate date : dates(billing)) {
            long k = calendar.indexOf(date).orElseThrow();
            assertThat(calendar.occurrence(k)).as(label).contains(date);
          }
        });
  }

  @Test
  void nextAndPreviousWalkTheSameDates() {
    forEachBilling(
        (billing, label) -> {
          BillingCalendar calendar = new BillingCalendar(billing);
          List<LocalDate> dates = dates(billing);
          for (int i = 1; i < dates.size(); i++) {
            assertThat(calendar.next(dates.get(i - 1))).as(label).contains(dates.get(i));
            assertThat(calendar.previous(dates.get(i))).as(label).contains(dates.get(i - 1));
          }
        });
  }

  /** Drift would show as a date that the anchor's own day no longer explains. */
  @Test
  void noDateDriftsFromTheAnchor() {
    forEachBilling(
        (billing, label) -> {
          for (LocalDate date : dates(billing)) {
            assertThat(isAnchored(billing, date)).as("%s: %s", label, date).isTrue();
          }
        });
  }

  @Test
  void aRangeIsWhatAFilterOfAllDatesGives() {
    Random random = new Random(SEED);
    forEachBilling(
        (billing, label) -> {
          LocalDate from = billing.anchor().plusDays(random.nextInt(60_000) - 500);
          LocalDate to = from.plusDays(random.nextInt(10_000));
          assertThat(new BillingCalendar(billing).between(from, to))
              .as("%s between %s and %s", label, from, to)
              .isEqualTo(
                  dates(billing).stream()
                      .filter(date -> !date.isBefore(from) && !date.isAfter(to))
                      .toList());
        });
  }

  @Test
  void aLimitKeepsExactlyThatManyDates() {
    Random random = new Random(SEED);
    forEachBilling(
        (billing, label) -> {
          List<LocalDate> dates = dates(billing);
          int limit = 1 + random.nextInt(dates.size());
          assertThat(
                  new BillingCalendar(billing)
                      .limitedTo(limit)
                      .between(LocalDate.MIN, LocalDate.MAX))
              .as("%s, limited to %d", label, limit)
              .isEqualTo(dates.subList(0, limit));
        });
  }

  /** The bound that BillingCalendar's Javadoc promises, over every leap day and length in years. */
  @Test
  void atMostFifteenOccurrencesInARowAreSkipped() {
    int longest = 0;
    for (int years = 1; years <= 400; years++) {
      for (int year = 2000; year < 2400; year += 4) {
        longest = Math.max(longest, skippedAfter(year, years));
      }
    }
    assertThat(longest).isEqualTo(15);
  }

  @Test
  void monthsAreSkippedNoLongerThanYears() {
    for (int every = 1; every <= 1_000; every++) {
      for (int month = 1; month <= 12; month++) {
        LocalDate anchor = YearMonth.of(2000, month).atEndOfMonth();
        assertThat(longestGap(every, anchor)).as("%s every %d", anchor, every).isLessThan(16);
      }
    }
  }

  private static int longestGap(int every, LocalDate anchor) {
    BillingCalendar calendar =
        new BillingCalendar(
            Billings.every(every, PeriodUnit.MONTH, anchor.toString(), MonthEnd.SKIP));
    int longest = 0;
    int gap = 0;
    for (int k = 0; k < 90; k++) {
      gap = calendar.occurrence(k).isPresent() ? 0 : gap + 1;
      longest = Math.max(longest, gap);
    }
    return longest;
  }

  private static int skippedAfter(int leapYear, int years) {
    if (!LocalDate.of(leapYear, 1, 1).isLeapYear()) {
      return 0;
    }
    int skipped = 0;
    while (!LocalDate.of(leapYear + (skipped + 1) * years, 1, 1).isLeapYear()) {
      skipped++;
    }
    return skipped;
  }

  private static boolean isAnchored(Billing billing, LocalDate date) {
    LocalDate anchor = billing.anchor();
    int every = billing.period().every();
    long days = date.toEpochDay() - anchor.toEpochDay();
    if (billing.period().unit() == PeriodUnit.DAY) {
      return days % every == 0;
    }
    if (billing.period().unit() == PeriodUnit.WEEK) {
      return days % every == 0 && date.getDayOfWeek() == anchor.getDayOfWeek();
    }
    boolean ofAnchor = date.getDayOfMonth() == anchor.getDayOfMonth();
    boolean ofMonthEnd = date.getDayOfMonth() == date.lengthOfMonth();
    return switch (billing.monthEnd()) {
      case CLAMP, END_OF_MONTH -> ofAnchor || ofMonthEnd;
      case SKIP -> ofAnchor;
      case FORWARD -> ofAnchor || date.getDayOfMonth() == 1;
    };
  }

  /** By number, one after the other, up to 200 years after the anchor. */
  private static List<LocalDate> dates(Billing billing) {
    BillingCalendar calendar = new BillingCalendar(billing);
    LocalDate horizon = billing.anchor().plusYears(200);
    List<LocalDate> dates = new ArrayList<>();
    for (long k = 0; k < 80_000; k++) {
      calendar.occurrence(k).filter(date -> !date.isAfter(horizon)).ifPresent(dates::add);
      if (isPast(calendar, k, horizon)) {
        return dates;
      }
    }
    return dates;
  }

  private static boolean isPast(BillingCalendar calendar, long k, LocalDate horizon) {
    return calendar.occurrence(k).filter(date -> date.isAfter(horizon)).isPresent();
  }

  private static void forEachBilling(BiConsumer<Billing, String> property) {
    LongStream.range(SEED, SEED + BILLINGS)
        .forEach(
            seed -> {
              Billing billing = Billings.random(new Random(seed), 1900);
              property.accept(billing, "seed %d: %s".formatted(seed, billing));
            });
  }
}
