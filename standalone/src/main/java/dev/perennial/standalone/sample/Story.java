package dev.perennial.standalone.sample;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

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
  ENDS_ON,
  CLUB_WITH_NOTICE(Product.CLUB),
  PHONE_WITH_NOTICE(Product.PHONE),
  NOTICE_SHORTENED(Product.CLUB),
  CANCELLED_WITH_NOTICE(Product.CLUB),
  CANCELLED_WITH_NOTICE_LONG_AGO(Product.PHONE),
  CANCELLED_THEN_BILLED_ANEW,
  CONTRACT_OVER(Product.PHONE),
  CONTRACT_RUNS(Product.PHONE),
  CONTRACT_PAUSED(Product.PHONE),
  LAST_INSTALMENT_AHEAD(Product.PIANO),
  NO_INSTALMENT_LEFT(Product.PIANO),
  CONTRACT_EXTENDED(Product.PHONE),
  ENERGY_BILL(Product.ENERGY),
  ANNOUNCED_TWICE(Product.ENERGY),
  NEVER_ANNOUNCED(Product.ENERGY),
  TURNED_VARIABLE,
  RISE_WITHDRAWN,
  RISE_WITHDRAWN_AT_ONCE,
  RISE_WITHDRAWN_LATE,
  CORRECTED,
  CORRECTED_TWICE,
  CORRECTED_BEFORE,
  VOIDED,
  VOIDED_WITH_REFUND,
  VOIDED_THEN_PAID,
  FAILED_THEN_VOIDED,
  ABOUT_THE_UNKNOWN,
  TRIAL_ENDS_IN_A_WEEK,
  CANCEL_BY_TODAY,
  CANCEL_BY_TOMORROW,
  CANCEL_WITHIN_DAYS(Product.ENERGY),
  CANCELLED_IN_TIME,
  PRICE_RISE_IN_A_WEEK,
  PRICE_RISE_JUST_PAST,
  PRICE_RISE_IN_VAIN,
  VARIABLE_WITHIN_DAYS,
  FAILED_YESTERDAY,
  FAILED_AND_CORRECTED,
  ENDED_YESTERDAY,
  ENDED_BY_CANCELLING(Product.ENERGY),
  LAST_INSTALMENT_LONG_PAID(Product.PIANO);

  /** Stories in which nothing turns near the sample's instant, wherever its billing day lies. */
  private static final List<Story> QUIET = List.of(PLAIN, PRICE_RISE, REFUNDED, PARTLY_REFUNDED);

  /** One for everything that one may be told of about the sample's instant. */
  static final List<Story> NEAR =
      List.of(
          TRIAL_ENDS_IN_A_WEEK,
          TRIAL_ENDS_TOMORROW,
          CANCEL_BY_TOMORROW,
          CANCEL_WITHIN_DAYS,
          PRICE_RISE_AHEAD,
          PRICE_RISE_JUST_PAST,
          FAILED_YESTERDAY,
          ENDED_YESTERDAY);

  private final @Nullable Product product;

  Story() {
    this(null);
  }

  Story(@Nullable Product product) {
    this.product = product;
  }

  /** What it is told of, where not everything will do. */
  Optional<Product> product() {
    return Optional.ofNullable(product);
  }

  static Story any(Random random) {
    return random.nextInt(100) < 60 ? PLAIN : values()[random.nextInt(values().length)];
  }

  static Story quiet(Random random) {
    return QUIET.get(random.nextInt(QUIET.size()));
  }
}
