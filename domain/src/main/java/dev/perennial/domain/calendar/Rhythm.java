package dev.perennial.domain.calendar;

import dev.perennial.domain.Billing;
import dev.perennial.domain.PeriodUnit;
import java.time.LocalDate;

/**
 * The places of a billing's occurrences, endless in both directions: place k is the anchor plus k
 * periods, and place k + 1 always lies after it.
 */
sealed interface Rhythm permits DayRhythm, MonthRhythm {

  static Rhythm of(Billing billing) {
    PeriodUnit unit = billing.period().unit();
    int every = billing.period().every();
    return switch (unit) {
      case DAY -> new DayRhythm(billing.anchor(), every);
      case WEEK -> new DayRhythm(billing.anchor(), 7L * every);
      case MONTH -> new MonthRhythm(billing.anchor(), every, billing.monthEnd());
      case YEAR -> new MonthRhythm(billing.anchor(), 12L * every, billing.monthEnd());
    };
  }

  /** Where occurrence k falls or, if it {@linkplain #isDue is not due}, where it is missing. */
  LocalDate place(long k);

  /** Whether something is due at place k. */
  boolean isDue(long k);

  /** The last index whose place is not after a day. */
  long indexAt(LocalDate day);

  /**
   * The index of the count-th occurrence that is due, counted from an index on.
   *
   * @param count from 1
   */
  long indexOfDue(long first, int count);

  /** How many of the places from one index to another are due, both included. */
  long countDue(long from, long to);
}
