package dev.perennial.domain.calendar;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Billing;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The due dates of one {@link Billing}. Occurrence k is {@code anchor + k * period}, never the
 * previous occurrence plus a period: a bill of the 31st is due on 28 February and on 31 March
 * again.
 */
public final class BillingCalendar {

  /** Past this year nothing is due; it bounds the search where a policy skips every month. */
  private static final int LAST_YEAR = 2400;

  private final Billing billing;

  public BillingCalendar(Billing billing) {
    this.billing = requireNonNull(billing, "billing");
  }

  /**
   * The k-th due date, the anchor itself being number 0.
   *
   * @param k from 0
   * @return empty where the policy is SKIP and the month has no such day
   */
  public Optional<LocalDate> occurrence(long k) {
    if (k < 0) {
      throw new IllegalArgumentException("Occurrences count from 0");
    }
    return switch (billing.period().unit()) {
      case DAY -> Optional.of(billing.anchor().plusDays(k * billing.period().every()));
      case WEEK -> Optional.of(billing.anchor().plusWeeks(k * billing.period().every()));
      case MONTH, YEAR -> inMonth(YearMonth.from(billing.anchor()).plusMonths(k * monthsApart()));
    };
  }

  /**
   * The first due date on or after a day, with an index of at least {@code fromIndex}.
   *
   * @return empty where nothing is due before the year 2400
   */
  public Optional<LocalDate> onOrAfter(LocalDate day, long fromIndex) {
    for (long k = Math.max(fromIndex, indexShortlyBefore(day)); ; k++) {
      if (tooLate(k)) {
        return Optional.empty();
      }
      Optional<LocalDate> due = occurrence(k).filter(date -> !date.isBefore(day));
      if (due.isPresent()) {
        return due;
      }
    }
  }

  /** As {@link #onOrAfter(LocalDate, long)}, the anchor included. */
  public Optional<LocalDate> onOrAfter(LocalDate day) {
    return onOrAfter(day, 0);
  }

  /** An index whose occurrence is at most two periods before the day, found without walking. */
  private long indexShortlyBefore(LocalDate day) {
    long periods =
        switch (billing.period().unit()) {
          case DAY -> ChronoUnit.DAYS.between(billing.anchor(), day) / billing.period().every();
          case WEEK ->
              ChronoUnit.DAYS.between(billing.anchor(), day) / (7L * billing.period().every());
          case MONTH, YEAR ->
              ChronoUnit.MONTHS.between(YearMonth.from(billing.anchor()), YearMonth.from(day))
                  / monthsApart();
        };
    // FORWARD may push an occurrence into the month after its own, hence one more step back.
    return Math.max(0, periods - 1);
  }

  private boolean tooLate(long k) {
    long months =
        switch (billing.period().unit()) {
          case DAY -> k * billing.period().every() / 31;
          case WEEK -> k * billing.period().every() * 7 / 31;
          case MONTH, YEAR -> k * monthsApart();
        };
    return billing.anchor().getYear() + months / 12 > LAST_YEAR;
  }

  private long monthsApart() {
    return billing.period().unit() == PeriodUnit.YEAR
        ? 12L * billing.period().every()
        : billing.period().every();
  }

  private Optional<LocalDate> inMonth(YearMonth month) {
    if (billing.monthEnd() == MonthEnd.END_OF_MONTH && anchoredOnLastDay()) {
      return Optional.of(month.atEndOfMonth());
    }
    int day = billing.anchor().getDayOfMonth();
    if (day <= month.lengthOfMonth()) {
      return Optional.of(month.atDay(day));
    }
    return switch (billing.monthEnd()) {
      case CLAMP, END_OF_MONTH -> Optional.of(month.atEndOfMonth());
      case SKIP -> Optional.empty();
      case FORWARD -> Optional.of(month.plusMonths(1).atDay(1));
    };
  }

  private boolean anchoredOnLastDay() {
    return billing.anchor().getDayOfMonth() == billing.anchor().lengthOfMonth();
  }
}
