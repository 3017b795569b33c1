package dev.perennial.domain.calendar;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import java.time.LocalDate;
import java.util.Random;

/** Billings that tests are about, and random ones that lean towards the ends of months. */
final class Billings {

  /** No random period is longer. */
  static final int LONGEST_YEARS = 30;

  private Billings() {}

  static Billing monthly(String anchor) {
    return every(1, PeriodUnit.MONTH, anchor, MonthEnd.CLAMP);
  }

  static Billing every(int every, PeriodUnit unit, String anchor, MonthEnd monthEnd) {
    return new Billing(new BillingPeriod(every, unit), LocalDate.parse(anchor), monthEnd);
  }

  /** Anchored within 400 years from a year on. */
  static Billing random(Random random, int year) {
    PeriodUnit unit = oneOf(PeriodUnit.values(), random);
    int longest = unit == PeriodUnit.YEAR ? LONGEST_YEARS : 40;
    return new Billing(
        new BillingPeriod(1 + random.nextInt(longest), unit),
        anchor(random, year),
        oneOf(MonthEnd.values(), random));
  }

  private static LocalDate anchor(Random random, int year) {
    LocalDate anchor = LocalDate.of(year, 1, 1).plusDays(random.nextInt(146_097));
    return switch (random.nextInt(4)) {
      case 0 -> anchor.withDayOfMonth(anchor.lengthOfMonth());
      case 1 -> anchor.withMonth(2).withDayOfMonth(anchor.withMonth(2).lengthOfMonth());
      case 2 -> anchor.withMonth(1).withDayOfMonth(29 + random.nextInt(3));
      default -> anchor;
    };
  }

  private static <T> T oneOf(T[] values, Random random) {
    return values[random.nextInt(values.length)];
  }
}
