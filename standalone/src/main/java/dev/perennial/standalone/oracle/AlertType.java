package dev.perennial.standalone.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What a subscriber is told of. */
enum AlertType {
  RENEWAL_UPCOMING("renewal.upcoming", List.of(7, 1), 0),
  TRIAL_ENDING("trial.ending", List.of(7, 1), 0),
  CANCELLATION_DEADLINE("cancellation.deadline", List.of(7, 1), 0),
  PRICE_CHANGED("price.changed", List.of(7), 6),
  PAYMENT_FAILED("payment.failed", List.of(0), 6),
  PAYMENT_MISSING("payment.missing", List.of(), 6),
  PAYMENT_UNEXPECTED("payment.unexpected", List.of(0), 6),
  PAYMENT_DUPLICATE("payment.duplicate", List.of(0), 6),
  SUBSCRIPTION_ENDED("subscription.ended", List.of(0), 6),
  BUDGET_EXCEEDED("budget.exceeded", List.of(0), 6),
  BUDGET_RECOVERED("budget.recovered", List.of(0), 6),
  DIGEST_WEEKLY("digest.weekly", List.of(), 0),
  DIGEST_MONTHLY("digest.monthly", List.of(), 0);

  /** What is told of one subscription. */
  static final List<AlertType> OF_SUBSCRIPTIONS =
      Stream.of(values()).filter(type -> !type.isOfSubscriber()).toList();

  final String wireName;

  /** Days before its day, where the subscriber says nothing of it. */
  final List<Integer> leads;

  private final int daysAfter;

  AlertType(String wireName, List<Integer> leads, int daysAfter) {
    this.wireName = wireName;
    this.leads = leads;
    this.daysAfter = daysAfter;
  }

  /** The last day on which it is told, but for what is told after its day. */
  LocalDate toldUntil(LocalDate dueOn) {
    return dueOn.plusDays(daysAfter);
  }

  /** Whether it is about all of a subscriber, and of no one subscription. */
  boolean isOfSubscriber() {
    return switch (this) {
      case BUDGET_EXCEEDED, BUDGET_RECOVERED, DIGEST_WEEKLY, DIGEST_MONTHLY -> true;
      default -> false;
    };
  }

  /** Whether it is known beforehand when it will come. */
  boolean isScheduled() {
    return switch (this) {
      case PAYMENT_FAILED, PAYMENT_MISSING, PAYMENT_UNEXPECTED, PAYMENT_DUPLICATE -> false;
      case BUDGET_EXCEEDED, BUDGET_RECOVERED -> false;
      default -> true;
    };
  }
}
