package dev.perennial.notifier.wording;

import dev.perennial.notifier.ledger.Notice;

/** The types of alert that there are words for, by their names on the wire. */
enum AlertType {
  RENEWAL_UPCOMING("renewal.upcoming"),
  TRIAL_ENDING("trial.ending"),
  CANCELLATION_DEADLINE("cancellation.deadline"),
  PRICE_CHANGED("price.changed"),
  PAYMENT_FAILED("payment.failed"),
  PAYMENT_MISSING("payment.missing"),
  PAYMENT_UNEXPECTED("payment.unexpected"),
  PAYMENT_DUPLICATE("payment.duplicate"),
  SUBSCRIPTION_ENDED("subscription.ended"),
  /** What a later release raises: told in words that fit anything, rather than not at all. */
  OTHER("other");

  private final String wireName;

  AlertType(String wireName) {
    this.wireName = wireName;
  }

  /** The type in whose words the notice can be told; OTHER too where it lacks what they need. */
  static AlertType of(Notice notice) {
    for (var type : values()) {
      if (type.wireName.equals(notice.alertType()) && type.hasWhatItTells(notice)) {
        return type;
      }
    }
    return OTHER;
  }

  private boolean hasWhatItTells(Notice notice) {
    return switch (this) {
      case CANCELLATION_DEADLINE -> notice.renewalOn() != null;
      case PRICE_CHANGED -> notice.previousAmount() != null;
      case RENEWAL_UPCOMING,
          TRIAL_ENDING,
          PAYMENT_FAILED,
          PAYMENT_MISSING,
          PAYMENT_UNEXPECTED,
          PAYMENT_DUPLICATE,
          SUBSCRIPTION_ENDED,
          OTHER ->
          true;
    };
  }

  /** What the keys of its texts begin with. */
  String key() {
    return wireName;
  }
}
