package dev.perennial.domain.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a subscriber is told of. The default leads lie within what card schemes ask of merchants:
 * Visa 7 days before a trial ends or a price changes, Mastercard 3 to 7 days before a digital trial
 * ends.
 */
public enum AlertType {
  RENEWAL_UPCOMING("renewal.upcoming", List.of(7, 1), 0),
  TRIAL_ENDING("trial.ending", List.of(7, 1), 0),
  CANCELLATION_DEADLINE("cancellation.deadline", List.of(7, 1), 0),
  PRICE_CHANGED("price.changed", List.of(7), 6),
  PAYMENT_FAILED("payment.failed", List.of(), 6),
  PAYMENT_MISSING("payment.missing", List.of(), 6),
  PAYMENT_UNEXPECTED("payment.unexpected", List.of(), 6),
  PAYMENT_DUPLICATE("payment.duplicate", List.of(), 6),
  SUBSCRIPTION_ENDED("subscription.ended", List.of(), 6),
  BUDGET_EXCEEDED("budget.exceeded", List.of(), 6),
  BUDGET_RECOVERED("budget.recovered", List.of(), 6),
  DIGEST_WEEKLY("digest.weekly", List.of(), 0),
  DIGEST_MONTHLY("digest.monthly", List.of(), 0);

  private static final int DAYS_TOLD_AFTER_THE_FACT = 6;

  private static final Map<String, AlertType> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(AlertType::wireName, Function.identity()));

  private final String wireName;
  private final List<Integer> defaultLeads;
  private final int daysToldAfter;

  AlertType(String wireName, List<Integer> defaultLeads, int daysToldAfter) {
    this.wireName = wireName;
    this.defaultLeads = defaultLeads;
    this.daysToldAfter = daysToldAfter;
  }

  public String wireName() {
    return wireName;
  }

  public static Optional<AlertType> byName(String wireName) {
    return Optional.ofNullable(BY_NAME.get(wireName));
  }

  /** What an alert is about, whatever its type says of it. */
  enum Subject {
    CHARGE,
    PAYMENT,
    DATE,
    /** No subscription at all. */
    SUBSCRIBER
  }

  Subject subject() {
    return switch (this) {
      case RENEWAL_UPCOMING, TRIAL_ENDING, PAYMENT_MISSING -> Subject.CHARGE;
      case PAYMENT_FAILED, PAYMENT_UNEXPECTED, PAYMENT_DUPLICATE -> Subject.PAYMENT;
      case CANCELLATION_DEADLINE, PRICE_CHANGED, SUBSCRIPTION_ENDED -> Subject.DATE;
      case BUDGET_EXCEEDED, BUDGET_RECOVERED, DIGEST_WEEKLY, DIGEST_MONTHLY -> Subject.SUBSCRIBER;
    };
  }

  /**
   * Whether it is about one subscription; else it is about a subscriber's budget, or all it has.
   */
  public boolean isOfSubscription() {
    return subject() != Subject.SUBSCRIBER;
  }

  /** Whether both may be about the same charge or payment; a date is one type's own. */
  boolean sharesSubjectsWith(AlertType other) {
    return switch (subject()) {
      case CHARGE, PAYMENT -> subject() == other.subject();
      case DATE, SUBSCRIBER -> false;
    };
  }

  /** Whether a subscriber may say how many days before its date it fires. */
  public boolean hasLeads() {
    return !defaultLeads.isEmpty() || isDigest();
  }

  /** Whether it comes only to who asks for it, by leads. */
  public boolean isDigest() {
    return this == DIGEST_WEEKLY || this == DIGEST_MONTHLY;
  }

  /**
   * Days before its date, largest first; empty for what has its own day, is told at once, or comes
   * only to who asks for it.
   */
  public List<Integer> defaultLeads() {
    return defaultLeads;
  }

  /**
   * For how many days after its date it is still worth telling, where it was missed.
   *
   * @param lead a negative one is told after its date, and missed after its own day
   */
  int daysToldAfter(int lead) {
    return lead < 0 ? DAYS_TOLD_AFTER_THE_FACT - lead : daysToldAfter;
  }
}
