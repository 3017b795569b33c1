package dev.perennial.standalone.oracle;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that must be there, as plain maps: collection, then key, then fields. Values are
 * strings, {@link Integer}, {@link Long}, {@link java.math.BigDecimal}, {@link java.time.Instant},
 * booleans, lists and maps of these; in expected documents also a class, for any value of it, and a
 * predicate.
 *
 * @param collections the collections of MongoDB under their names, and what else is compared
 * @param perhaps by collection, the keys of what need not be there: whether it is depends on which
 *     of two events overtook the other
 */
public record Expected(
    Map<String, Map<String, Map<String, Object>>> collections, Map<String, Set<String>> perhaps) {

  public static final String SUBSCRIPTIONS = "subscriptions";
  public static final String PAYMENTS = "payments";
  public static final String TOTALS = "subscriber-totals";
  public static final String TENANT_TOTALS = "tenant-totals";
  public static final String RECEIPTS = "receipts";
  public static final String DELIVERIES = "deliveries";

  /** What was raised on the topic alerts, by the alert's id. */
  public static final String ALERTS = "raised alerts";

  /** What was voided there; a sample that stands still voids nothing. */
  public static final String VOIDED_ALERTS = "voided alerts";

  /** Whom the notifier had to forget, by subscriber and floor. */
  public static final String ERASED_SUBSCRIBERS = "erased subscribers";

  /** Totals as Redis serves them. */
  public static final String REDIS_TOTALS = "redis subscriber-totals";

  /** Mails by alert id and address. */
  public static final String MAILS = "mails";

  public Expected {
    collections = Collections.unmodifiableMap(new TreeMap<>(collections));
    perhaps = Map.copyOf(perhaps);
  }

  Expected(Map<String, Map<String, Map<String, Object>>> collections) {
    this(collections, Map.of());
  }

  /** The name under which a collection's erased documents are compared. */
  public static String erased(String collection) {
    return "erased " + collection;
  }

  public Map<String, Map<String, Object>> collection(String name) {
    return collections.getOrDefault(name, Map.of());
  }

  boolean isOptional(String collection, String key) {
    return perhaps.getOrDefault(collection, Set.of()).contains(key);
  }

  /** The same, where some collections are not to be compared (such as mails after a restart). */
  public Expected without(String... names) {
    Map<String, Map<String, Map<String, Object>>> fewer = new TreeMap<>(collections);
    List.of(names).forEach(fewer::remove);
    return new Expected(fewer, perhaps);
  }
}
