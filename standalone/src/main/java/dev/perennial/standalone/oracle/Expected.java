package dev.perennial.standalone.oracle;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that must be there, as plain maps: collection, then key, then fields. Values are
 * strings, {@link Integer}, {@link Long}, {@link java.math.BigDecimal}, {@link java.time.Instant},
 * booleans, lists and maps of these; in expected documents also a class, for any value of it.
 *
 * @param collections the collections of MongoDB under their names, and what else is compared
 */
public record Expected(Map<String, Map<String, Map<String, Object>>> collections) {

  public static final String SUBSCRIPTIONS = "subscriptions";
  public static final String PAYMENTS = "payments";
  public static final String TOTALS = "subscriber-totals";
  public static final String RECEIPTS = "receipts";
  public static final String DELIVERIES = "deliveries";

  /** Raised alerts by {@link #alertKey}. */
  public static final String ALERTS = "alerts";

  /** Totals as Redis serves them. */
  public static final String REDIS_TOTALS = "redis subscriber-totals";

  /** Mails by {@code alertKey|address}. */
  public static final String MAILS = "mails";

  public Expected {
    collections = Collections.unmodifiableMap(new TreeMap<>(collections));
  }

  public Map<String, Map<String, Object>> collection(String name) {
    return collections.getOrDefault(name, Map.of());
  }

  /** What makes an alert one: its subscription, due date and lead. */
  public static String alertKey(String subscriber, String subscription, String dueOn, int lead) {
    return Document.key(subscriber, subscription, dueOn, Integer.toString(lead));
  }
}
