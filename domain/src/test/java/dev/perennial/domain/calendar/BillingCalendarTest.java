package dev.perennial.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class BillingCalendarTest {

  @ParameterizedTest(name = "{0} every {1} {2} {3}")
  @CsvFileSource(resources = "/vectors/calendar.csv", commentCharacter = '#')
  void publishedVectorsHold(
      LocalDate anchor, int every, PeriodUnit unit, MonthEnd monthEnd, String dates) {
    BillingCalendar calendar = calendar(anchor, every, unit, monthEnd);
    List<LocalDate> expected = Arrays.stream(dates.split(" ")).map(LocalDate::parse).toList();

    assertThat(firstAfterAnchor(calendar, anchor, expected.size())).isEqualTo(expected);
  }

  @Test
  void theAnchorIsOccurrenceZero() {
    LocalDate anchor = LocalDate.parse("2025-01-31");

    assertThat(monthly(anchor).onOrAfter(anchor)).contains(anchor);
    assertThat(monthly(anchor).onOrAfter(LocalDate.parse("2020-05-05"))).contains(anchor);
    assertThat(monthly(anchor).onOrAfter(anchor, 1)).contains(LocalDate.parse("2025-02-28"));
  }

  @Test
  void anIndexBeforeTheAnchorIsRejected() {
    assertThatThrownBy(() -> monthly(LocalDate.parse("2025-01-31")).occurrence(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLeapDayThatIsSkippedWaitsForTheNextLeapYear() {
    BillingCalendar calendar =
        calendar(LocalDate.parse("2096-02-29"), 1, PeriodUnit.YEAR, MonthEnd.SKIP);

    assertThat(calendar.onOrAfter(LocalDate.parse("2096-03-01")))
        .contains(LocalDate.parse("2104-02-29"));
  }

  @Test
  void aSearchWithoutEndStopsInTheYear2400() {
    BillingCalendar calendar =
        calendar(LocalDate.parse("2024-02-29"), 100, PeriodUnit.YEAR, MonthEnd.SKIP);

    assertThat(calendar.onOrAfter(LocalDate.parse("2350-01-01"))).isEmpty();
  }

  @Test
  void theNextDueDateIsWhatASlowWalkFinds() {
    long seed = 20261123;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      Billing billing = randomBilling(random);
      LocalDate day = billing.anchor().plusDays(random.nextInt(73_000) - 400);

      assertThat(new BillingCalendar(billing).onOrAfter(day))
          .as("seed %d, case %d: %s on or after %s", seed, i, billing, day)
          .isEqualTo(slowWalk(billing, day));
    }
  }

  /** Tries every index from the anchor on, with the dates put together by hand. */
  private static Optional<LocalDate> slowWalk(Billing billing, LocalDate day) {
    for (int k = 0; k < 80_000; k++) {
      LocalDate due = slowOccurrence(billing, k);
      if (due != null && !due.isBefore(day)) {
        return Optional.of(due);
      }
    }
    return Optional.empty();
  }

  private static @Nullable LocalDate slowOccurrence(Billing billing, int k) {
    int steps = k * billing.period().every();
    LocalDate anchor = billing.anchor();
    switch (billing.period().unit()) {
      case DAY:
        return anchor.plusDays(steps);
      case WEEK:
        return anchor.plusDays(7L * steps);
      default:
        int months = billing.period().unit() == PeriodUnit.YEAR ? 12 * steps : steps;
        int zeroBased = anchor.getYear() * 12 + anchor.getMonthValue() - 1 + months;
        LocalDate first = LocalDate.of(zeroBased / 12, zeroBased % 12 + 1, 1);
        int length = first.lengthOfMonth();
        boolean anchoredOnLast = anchor.getDayOfMonth() == anchor.lengthOfMonth();
        if (billing.monthEnd() == MonthEnd.END_OF_MONTH && anchoredOnLast) {
          return first.withDayOfMonth(length);
        }
        if (anchor.getDayOfMonth() <= length) {
          return first.withDayOfMonth(anchor.getDayOfMonth());
        }
        return switch (billing.monthEnd()) {
          case SKIP -> null;
          case FORWARD -> first.plusMonths(1);
          default -> first.withDayOfMonth(length);
        };
    }
  }

  private static Billing randomBilling(Random random) {
    PeriodUnit unit = PeriodUnit.values()[random.nextInt(PeriodUnit.values().length)];
    LocalDate anchor = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(14_000));
    return new Billing(
        new BillingPeriod(1 + random.nextInt(unit == PeriodUnit.YEAR ? 3 : 14), unit),
        random.nextInt(3) == 0 ? anchor.withDayOfMonth(anchor.lengthOfMonth()) : anchor,
        MonthEnd.values()[random.nextInt(MonthEnd.values().length)]);
  }

  private static List<LocalDate> firstAfterAnchor(
      BillingCalendar calendar, LocalDate anchor, int count) {
    List<LocalDate> dates = new ArrayList<>();
    LocalDate day = anchor.plusDays(1);
    while (dates.size() < count) {
      LocalDate due = calendar.onOrAfter(day).orElseThrow();
      dates.add(due);
      day = due.plusDays(1);
    }
    return dates;
  }

  private static BillingCalendar monthly(LocalDate anchor) {
    return calendar(anchor, 1, PeriodUnit.MONTH, MonthEnd.CLAMP);
  }

  private static BillingCalendar calendar(
      LocalDate anchor, int every, PeriodUnit unit, MonthEnd monthEnd) {
    return new BillingCalendar(new Billing(new BillingPeriod(every, unit), anchor, monthEnd));
  }
}
