package dev.perennial.domain;

import static java.util.Objects.requireNonNull;

/**
 * How far apart two due dates are.
 *
 * @param every how many units, 1 to 1,000
 */
public record BillingPeriod(int every, PeriodUnit unit) {

  public static final int MAX_EVERY = 1_000;

  /** How many days a bank takes at most, by default, before a payment is missed. */
  public static final int MAX_GRACE_IN_DAYS = 5;

  public BillingPeriod {
    if (every < 1 || every > MAX_EVERY) {
      throw new IllegalArgumentException("A period is 1 to 1000 units, not " + every);
    }
    requireNonNull(unit, "unit");
  }

  /**
   * How far from a due date something may lie and still belong to it: half a period in days, a
   * month having 30 and a year 364, rounded down. Reaches overlap in short months: the nearest due
   * date decides.
   */
  public int reachInDays() {
    return switch (unit) {
      case DAY -> every / 2;
      case WEEK -> 7 * every / 2;
      case MONTH -> 15 * every;
      case YEAR -> 182 * every;
    };
  }

  /** How many days behind a due date its payment is missed; half a period, if that is shorter. */
  public int graceInDays() {
    return Math.clamp(reachInDays(), 1, MAX_GRACE_IN_DAYS);
  }
}
