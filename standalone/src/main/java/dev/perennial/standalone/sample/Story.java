package dev.perennial.standalone.sample;

import java.util.List;
import java.util.Random;

/** What happens to a subscription in the sample. */
enum Story {
  PLAIN,
  PRICE_RISE,
  PRICE_RISE_AHEAD,
  REFUNDED,
  PARTLY_REFUNDED,
  RECATEGORISED,
  RENAMED,
  AMENDED_PAYMENT,
  AMENDED_PRICE,
  YEARLY,
  MANUAL,
  EARLY_PAYMENT,
  LATE_START,
  MARKUP,
  ODD_KEYS,
  WEEKLY,
  QUARTERLY,
  EVERY_30_DAYS,
  ANCHOR_31,
  ANCHOR_END_OF_MONTH,
  ANCHOR_SKIP,
  ANCHOR_FORWARD,
  TRIAL_ENDS_TOMORROW,
  TRIAL_LONG_AGO,
  PAUSED_AND_RESUMED,
  RESUMED_ANCHOR_NOW,
  PAUSED_OPEN,
  PAUSED_UNTIL,
  CANCELLED_NOW,
  CANCELLED_DATED,
  CANCELLED_AT_PERIOD_END,
  REACTIVATED,
  LAST_PAYMENT_FAILED,
  FAILED_THEN_PAID,
  OWN_REMINDERS,
  ENDS_ON;

  /** Stories in which nothing turns near the sample's instant, wherever its billing day lies. */
  private static final List<Story> QUIET = List.of(PLAIN, PRICE_RISE, REFUNDED, PARTLY_REFUNDED);

  static Story any(Random random) {
    return random.nextInt(100) < 60 ? PLAIN : values()[random.nextInt(values().length)];
  }

  static Story quiet(Random random) {
    return QUIET.get(random.nextInt(QUIET.size()));
  }
}
