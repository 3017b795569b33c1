package dev.perennial.contracts.event;

import dev.perennial.domain.alert.AlertType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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

  /** Days; of a digest fewer. */
  public static final int LONGEST_LEAD = 366;

  /** A digest is told within the week, or within the shortest month, before what it is about. */
  private static final Map<String, Integer> LEADS_OF_DIGESTS =
      Map.of("digest.weekly", 6, "digest.monthly", 28);

  public static final int ROUTES = 20;
  public static final int BUDGETS = 20;

  /** Currencies in one publication of rates. */
  public static final int RATES = 200;

  /** A rate: no sign and no exponent. */
  public static final Pattern RATE = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");

  /** Digits before the decimal point of an amount. */
  public static final int AMOUNT_DIGITS = 15;

  public static final LocalDate FIRST_DATE = LocalDate.of(1970, 1, 1);
  public static final LocalDate LAST_DATE = LocalDate.of(2200, 12, 31);

  /** The alert types that can be routed. */
  public static final Set<String> ALERT_TYPES = named(type -> true);

  /** The alert types whose days before their date can be chosen. */
  public static final Set<String> ALERT_TYPES_WITH_LEADS = named(AlertType::hasLeads);

  private EventLimits() {}

  /** The most days before its date that an alert of this type may be wanted. */
  public static int longestLead(String alertType) {
    return LEADS_OF_DIGESTS.getOrDefault(alertType, LONGEST_LEAD);
  }

  private static Set<String> named(Predicate<AlertType> which) {
    return Arrays.stream(AlertType.values())
        .filter(which)
        .map(AlertType::wireName)
        .collect(Collectors.toUnmodifiableSet());
  }
}
