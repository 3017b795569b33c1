package dev.perennial.domain.forecast;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The days that a forecast looks at, past ones or ahead.
 *
 * @param from the first
 * @param until first day behind them, at most {@value #MAX_DAYS} later
 */
public record Horizon(LocalDate from, LocalDate until) {

  public static final int MAX_MONTHS = 13;

  /** So many days that 13 months always fit. */
  public static final int MAX_DAYS = 400;

  public Horizon {
    long days = DAYS.between(from, until);
    if (days < 1 || days > MAX_DAYS) {
      throw new IllegalArgumentException("A forecast is of 1 to 400 days, not " + days);
    }
  }

  /**
   * What is left of a day's month, the day included, and the whole months behind it.
   *
   * @param months 1 to {@value #MAX_MONTHS}, the day's own included
   * @throws IllegalArgumentException if there are less or more
   */
  public static Horizon ofMonths(LocalDate today, int months) {
    if (months < 1 || months > MAX_MONTHS) {
      throw new IllegalArgumentException("A forecast is of 1 to 13 months, not " + months);
    }
    return new Horizon(today, YearMonth.from(today).plusMonths(months).atDay(1));
  }

  /** The months it touches, in their order. */
  public List<YearMonth> months() {
    YearMonth last = YearMonth.from(until.minusDays(1));
    return Stream.iterate(
            YearMonth.from(from), month -> !month.isAfter(last), month -> month.plusMonths(1))
        .toList();
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }
}
