package dev.perennial.contracts.event;

import dev.perennial.domain.alert.AlertType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How large the parts of an event may be. Lengths count code points. */
public final class EventLimits {

  /** Tenant, subscriber, subscription, event, payment, refund and destination ids. */
  public static final int ID_LENGTH = 128;

  /** As those that are given, and some more. */
  public static final int ALERT_ID_LENGTH = 64;

  public static final int SOURCE_LENGTH = 256;
  public static final int NAME_LENGTH = 200;
  public static final int CATEGORY_LENGTH = 100;
  public static final int URL_LENGTH = 2_048;
  public static final int TAGS = 20;
  public static final int TAG_LENGTH = 64;
  public static final int LEADS = 10;

  /** Days; of a digest as long as what it is about. */
  public static final int LONGEST_LEAD = 366;

  public static final int LONGEST_LEAD_OF_A_WEEK = 6;
  public static final int LONGEST_LEAD_OF_A_PERIOD = 28;

  public static final int ROUTES = 20;
  public static final int BUDGETS = 20;

  /** Currencies in one publication of rates. */
  public static final int RATES = 200;

  /** Digits before the decimal point of an amount. */
  public static final int AMOUNT_DIGITS = 15;

  public static final LocalDate FIRST_DATE = LocalDate.of(1970, 1, 1);
  public static final LocalDate LAST_DATE = LocalDate.of(2200, 12, 31);

  /** The alert types that can be routed. */
  public static final Set<String> ALERT_TYPES = named(type -> true);

  /** The alert types whose days before their date can be chosen. */
  public static final Set<String> ALERT_TYPES_WITH_LEADS = named(AlertType::hasLeads);

  private EventLimits() {}

  /**
   * The longest lead of an alert type, in days.
   *
   * @param alertType one of {@link #ALERT_TYPES_WITH_LEADS}
   */
  public static int longestLead(String alertType) {
    return switch (AlertType.byName(alertType).orElseThrow()) {
      case DIGEST_WEEKLY -> LONGEST_LEAD_OF_A_WEEK;
      case DIGEST_MONTHLY -> LONGEST_LEAD_OF_A_PERIOD;
      case RENEWAL_UPCOMING,
          TRIAL_ENDING,
          CANCELLATION_DEADLINE,
          PRICE_CHANGED,
          PAYMENT_FAILED,
          PAYMENT_MISSING,
          PAYMENT_UNEXPECTED,
          PAYMENT_DUPLICATE,
          SUBSCRIPTION_ENDED,
          BUDGET_EXCEEDED,
          BUDGET_RECOVERED ->
          LONGEST_LEAD;
    };
  }

  private static Set<String> named(Predicate<AlertType> which) {
    return Arrays.stream(AlertType.values())
        .filter(which)
        .map(AlertType::wireName)
        .collect(Collectors.toUnmodifiableSet());
  }
}
