package dev.perennial.domain.period;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** Where a subscriber's periods begin. Every day lies in exactly one, found by arithmetic. */
public sealed interface PeriodRule permits PeriodRule.Monthly, PeriodRule.Weekly {

  PeriodRule CALENDAR_MONTHS = new Monthly(1);

  /** The period that holds a day. */
  Period of(LocalDate day);

  /** What a period of this rule is called: a month, or an interval of ISO 8601. */
  String nameOf(Period period);

  default Period before(Period period) {
    return of(period.from().minusDays(1));
  }

  /**
   * Months from the same day on.
   *
   * @param dayOfMonth 1 to 28, so that every month has it
   */
  record Monthly(int dayOfMonth) implements PeriodRule {

    public static final int LAST_DAY = 28;

    public Monthly {
      if (dayOfMonth < 1 || dayOfMonth > LAST_DAY) {
        throw new IllegalArgumentException("A period starts on day 1 to 28, not " + dayOfMonth);
      }
    }

    @Override
    public Period of(LocalDate day) {
      LocalDate inItsMonth = day.withDayOfMonth(dayOfMonth);
      LocalDate from = inItsMonth.isAfter(day) ? inItsMonth.minusMonths(1) : inItsMonth;
      return new Period(from, from.plusMonths(1));
    }

    @Override
    public String nameOf(Period period) {
      return dayOfMonth == 1 ? YearMonth.from(period.from()).toString() : period.from() + "/P1M";
    }
  }

  /**
   * So many weeks each, counted from a date, also back from it.
   *
   * @param weeks 1 to 52
   */
  record Weekly(int weeks, LocalDate from) implements PeriodRule {

    public static final int MOST_WEEKS = 52;

    private static final int DAYS_A_WEEK = 7;

    public Weekly {
      requireNonNull(from, "from");
      if (weeks < 1 || weeks > MOST_WEEKS) {
        throw new IllegalArgumentException("A period is 1 to 52 weeks, not " + weeks);
      }
    }

    @Override
    public Period of(LocalDate day) {
      int days = weeks * DAYS_A_WEEK;
      long index = Math.floorDiv(ChronoUnit.DAYS.between(from, day), days);
      LocalDate first = from.plusDays(index * days);
      return new Period(first, first.plusDays(days));
    }

    @Override
    public String nameOf(Period period) {
      return period.from() + "/P" + weeks + "W";
    }
  }
}
