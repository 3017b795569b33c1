package dev.perennial.standalone.oracle;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that must be there, as plain maps: collection, then key, then fields. Values are
 * strings, {@link Integer}, {@link Long}, {@link java.math.BigDecimal}, {@link java.time.Instant},
 * booleans, lists and maps of these; in expected documents also a class, for any value of it, and a
 * predicate.
 *
 * @param collections the collections of MongoDB under their names, and what else is compared
 */
public record Expected(Map<String, Map<String, Map<String, Object>>> collections) {

  public static final String SUBSCRIPTIONS = "subscriptions";
  public static final String PAYMENTS = "payments";
  public static final String TOTALS = "subscriber-totals";
  public static final String RECEIPTS = "receipts";
  public static final String DELIVERIES = "deliveries";

  /** What was raised on the topic alerts, by the alert's id. */
  public static final String ALERTS = "raised alerts";

  /** What was voided there; a sample that stands still voids nothing. */
  public static final String VOIDED_ALERTS = "voided alerts";

  /** Totals as Redis serves them. */
  public static final String REDIS_TOTALS = "redis subscriber-totals";

  /** Mails by alert id and address. */
  public static final String MAILS = "mails";

  public Expected {
    collections = Collections.unmodifiableMap(new TreeMap<>(collections));
  }

  public Map<String, Map<String, Object>> collection(String name) {
    return collections.getOrDefault(name, Map.of());
  }

  /** The same, where some collections are not to be compared (such as mails after a restart). */
  public Expected without(String... names) {
    Map<String, Map<String, Map<String, Object>>> fewer = new TreeMap<>(collections);
    List.of(names).forEach(fewer::remove);
    return new Expected(fewer);
  }
}
