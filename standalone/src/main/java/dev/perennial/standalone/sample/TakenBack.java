package dev.perennial.standalone.sample;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Stories of vendors that take back what they said. */
final class TakenBack {

  private TakenBack() {}

  static void turn(Agreement a, Story story) {
    LocalDate today = a.today;
    switch (story) {
      case RISE_WITHDRAWN -> withdraw(a, rise(a, today.minusDays(40), 50), today.minusDays(5));
      case RISE_WITHDRAWN_AT_ONCE ->
          withdraw(a, rise(a, today.minusDays(60), 30), today.minusDays(60));
      case RISE_WITHDRAWN_LATE -> riseForGood(a, today.minusDays(100), 30);
      case ABOUT_THE_UNKNOWN -> withdraw(a, "evt-0", today.minusDays(50));
      default -> {}
    }
  }

  /** A price that rises so many days after it was said. */
  private static String rise(Agreement a, LocalDate day, int days) {
    return a.happens(
        day,
        "subscription.changed",
        "price",
        a.priceJson(a.dearer()),
        "effectiveOn",
        day.plusDays(days));
  }

  private static void withdraw(Agreement a, String change, LocalDate day) {
    a.happens(day, "subscription.changed", "withdraws", change);
  }

  /** Withdrawn on the first day it is in force: that is too late. */
  private static void riseForGood(Agreement a, LocalDate day, int days) {
    BigDecimal dearer = a.dearer();
    withdraw(a, rise(a, day, days), day.plusDays(days));
    a.dearerFrom(day.plusDays(days), dearer);
  }
}
