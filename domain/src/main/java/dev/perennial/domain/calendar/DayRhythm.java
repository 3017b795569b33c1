package dev.perennial.domain.calendar;

import java.time.LocalDate;

/** Days and weeks, which no calendar bends: the day of the month does not matter. */
record DayRhythm(LocalDate anchor, long step) implements Rhythm {

  @Override
  public LocalDate place(long k) {
    return anchor.plusDays(k * step);
  }

  @Override
  public boolean isDue(long k) {
    return true;
  }

  @Override
  public long indexAt(LocalDate day) {
    return Math.floorDiv(day.toEpochDay() - anchor.toEpochDay(), step);
  }

  @Override
  public long indexOfDue(long first, int count) {
    return first + count - 1;
  }

  @Override
  public long countDue(long from, long to) {
    return Math.max(0, to - from + 1);
  }
}
