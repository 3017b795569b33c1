package dev.perennial.domain;

import static java.util.Objects.requireNonNull;

/**
 * How far apart two due dates are.
 *
 * @param every how many units, 1 to 1,000
 */
public record BillingPeriod(int every, PeriodUnit unit) {

  public static final int MAX_EVERY = 1_000;

  public BillingPeriod {
    if (every < 1 || every > MAX_EVERY) {
      throw new IllegalArgumentException("A period is 1 to 1000 units, not " + every);
    }
    requireNonNull(unit, "unit");
  }
}
