package dev.perennial.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * How long before a renewal a cancellation has to be given.
 *
 * @param every how many units, 1 to 1,000; who need not give notice has none
 */
public record Notice(int every, PeriodUnit unit) {

  public static final int MAX_EVERY = 1_000;

  public Notice {
    if (every < 1 || every > MAX_EVERY) {
      throw new IllegalArgumentException("A notice is 1 to 1000 units, not " + every);
    }
    requireNonNull(unit, "unit");
  }

  /** No renewal before this day can be avoided by a cancellation on the given one. */
  public LocalDate earliestAvoidable(LocalDate cancelledOn) {
    return switch (unit) {
      case DAY -> cancelledOn.plusDays(every);
      case WEEK -> cancelledOn.plusWeeks(every);
      case MONTH -> cancelledOn.plusMonths(every);
      case YEAR -> cancelledOn.plusYears(every);
    };
  }

  /**
   * The last day on which a cancellation still avoids a renewal. Counted back from the renewal, a
   * shorter month gives its last day: three months before 31 May is 28 February, or 29 in a leap
   * year.
   *
   * @throws java.time.DateTimeException if that day lies before {@link LocalDate#MIN}
   */
  public LocalDate cancelBy(LocalDate renewal) {
    return switch (unit) {
      case DAY -> renewal.minusDays(every);
      case WEEK -> renewal.minusWeeks(every);
      case MONTH -> renewal.minusMonths(every);
      case YEAR -> renewal.minusYears(every);
    };
  }
}
