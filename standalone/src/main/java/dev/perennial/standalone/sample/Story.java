package dev.perennial.standalone.sample;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
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
  LAST_INSTALMENT_LONG_PAID(Product.PIANO),
  DOUBLE_CHARGE,
  DOUBLE_CHARGE_REFUNDED,
  DOUBLE_CHARGE_VARIABLE(Product.ENERGY),
  DOUBLE_CHARGE_SNOOZED,
  AMOUNT_4_OFF,
  AMOUNT_5_OFF,
  AMOUNT_6_OFF,
  PAID_IN_PARTS,
  CHARGED_AFTER_CANCELLING,
  CHARGED_IN_A_PAUSE,
  PAYMENT_MISSING,
  PAYMENT_MISSING_WEEKLY,
  PAYMENT_REFUNDED_AND_MISSING,
  BILL_PAID_EARLY,
  BILL_PAID_LATE,
  BILL_DUE_TODAY,
  BILL_OVERDUE,
  BILL_OVERDUE_AND_REPEATED,
  BILLS_NEVER_REPORTED,
  REPEATED,
  REPEATED_AND_ACKNOWLEDGED,
  REPEATED_UNTIL_PAID,
  REPEATED_UNTIL_PAID_AND_ACKNOWLEDGED,
  REPEATED_UNTIL_CANCELLED,
  SNOOZED,
  SNOOZED_TO_TODAY,
  SNOOZED_TO_YESTERDAY,
  SNOOZED_TWICE,
  SHARED,
  SHARED_YEARLY,
  SHARED_LATER,
  SHARED_AND_REFUNDED,
  SHARE_ENDED,
  SHARE_AHEAD,
  BILLING_AHEAD,
  DELETED,
  DELETED_TWICE,
  DELETED_WITH_LATE_FACTS,
  DELETED_AND_STARTED_ANEW,
  PAID_ABROAD,
  PAID_ABROAD_AND_REFUNDED,
  PAID_ABROAD_IN_YEN,
  SHARED_ABROAD,
  PRICE_MOVED_ABROAD,
  CORRECTED_ABROAD,
  REFUNDED_ABROAD,
  TRIAL_CANCELLED;

  /** Stories in which nothing turns near the sample's instant, wherever its billing day lies. */
  private static final List<Story> QUIET = List.of(PLAIN, PRICE_RISE, REFUNDED, PARTLY_REFUNDED);

  /**
   * Stories that are told of subscriptions which nobody reported before the last weeks, though they
   * may be older: what is imported tells its subscriber of nothing that lies behind it.
   */
  private static final Set<Story> NEWS = EnumSet.range(TRIAL_ENDS_IN_A_WEEK, SNOOZED_TWICE);

  static {
    NEWS.addAll(List.of(TRIAL_ENDS_TOMORROW, PRICE_RISE_AHEAD, OWN_REMINDERS));
    NEWS.addAll(List.of(WEEKLY, MARKUP, ODD_KEYS));
  }

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
          ENDED_YESTERDAY,
          DOUBLE_CHARGE,
          AMOUNT_6_OFF,
          CHARGED_AFTER_CANCELLING,
          PAYMENT_MISSING,
          BILL_OVERDUE,
          REPEATED_UNTIL_PAID_AND_ACKNOWLEDGED,
          SNOOZED_TO_YESTERDAY);

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

  boolean isNews() {
    return NEWS.contains(this);
  }

  static Story any(Random random) {
    return random.nextInt(100) < 60 ? PLAIN : values()[random.nextInt(values().length)];
  }

  static Story quiet(Random random) {
    return QUIET.get(random.nextInt(QUIET.size()));
  }
}
