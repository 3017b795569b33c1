package dev.perennial.domain.calendar;

import static java.time.temporal.ChronoField.PROLEPTIC_MONTH;

import dev.perennial.domain.MonthEnd;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.LongStream;

/**
 * Months and years, whose months may lack the anchor's day.
 *
 * @param step months from one place to the next
 */
record MonthRhythm(LocalDate anchor, long step, MonthEnd monthEnd) implements Rhythm {

  /**
   * The Gregorian calendar repeats every 400 years, which are so many months. After as many places,
   * whatever the step, short months come in the same order again.
   */
  private static final long CYCLE = 4_800;

  @Override
  public LocalDate place(long k) {
    YearMonth month = monthOf(k);
    if (monthEnd == MonthEnd.END_OF_MONTH && anchoredOnLastDay()) {
      return month.atEndOfMonth();
    }
    if (hasDay(month)) {
      return month.atDay(anchor.getDayOfMonth());
    }
    return switch (monthEnd) {
      case CLAMP, END_OF_MONTH, SKIP -> month.atEndOfMonth();
      case FORWARD -> month.plusMonths(1).atDay(1);
    };
  }

  @Override
  public boolean isDue(long k) {
    return monthEnd != MonthEnd.SKIP || hasDay(monthOf(k));
  }

  @Override
  public long indexAt(LocalDate day) {
    long months = day.getLong(PROLEPTIC_MONTH) - anchor.getLong(PROLEPTIC_MONTH);
    long k = Math.floorDiv(months, step);
    // The place of an earlier month is at the latest the first of this one, by FORWARD.
    boolean inThisMonth = k * step == months;
    return inThisMonth && place(k).isAfter(day) ? k - 1 : k;
  }

  @Override
  public long indexOfDue(long first, int count) {
    if (monthEnd != MonthEnd.SKIP) {
      return first + count - 1;
    }
    long duePerCycle = duePerCycle();
    long wholeCycles = (count - 1) / duePerCycle;
    long rest = (count - 1) % duePerCycle;
    return wholeCycles * CYCLE + dueFrom(first).skip(rest).findFirst().orElseThrow();
  }

  @Override
  public long countDue(long from, long to) {
    long places = Math.max(0, to - from + 1);
    if (monthEnd != MonthEnd.SKIP) {
      return places;
    }
    long rest = places % CYCLE;
    return places / CYCLE * duePerCycle()
        + LongStream.range(from, from + rest).filter(this::isDue).count();
  }

  private long duePerCycle() {
    return LongStream.range(0, CYCLE).filter(this::isDue).count();
  }

  private LongStream dueFrom(long first) {
    return LongStream.iterate(first, k -> k + 1).filter(this::isDue);
  }

  private YearMonth monthOf(long k) {
    return YearMonth.from(anchor).plusMonths(k * step);
  }

  private boolean hasDay(YearMonth month) {
    return anchor.getDayOfMonth() <= month.lengthOfMonth();
  }

  private boolean anchoredOnLastDay() {
    return anchor.getDayOfMonth() == anchor.lengthOfMonth();
  }
}
