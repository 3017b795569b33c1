package dev.perennial.standalone.oracle;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is there, collected piece by piece in the shape of {@link Expected}. Whoever collects
 * converts values: dates to {@link java.time.Instant}, int64 to {@link Long}, int32 to {@link
 * Integer}, Decimal128 to {@link java.math.BigDecimal}. Things that come twice are kept apart, so
 * that the second shows as one too many.
 */
public final class Actual {

  private final Map<String, Map<String, Map<String, Object>>> collections = new TreeMap<>();

  /** Documents of a MongoDB collection; those that say {@code erased: true} are kept apart. */
  public Actual documents(String collection, Collection<Map<String, Object>> documents) {
    for (Map<String, Object> document : documents) {
      boolean erased = Boolean.TRUE.equals(document.get("erased"));
      put(
          erased ? Expected.erased(collection) : collection,
          String.valueOf(document.get("_id")),
          document);
    }
    collections.computeIfAbsent(collection, name -> new TreeMap<>());
    return this;
  }

  /**
   * Totals in Redis: the extended JSON of field {@code document} by the part of the key that is the
   * document's id.
   */
  public Actual redisTotals(Map<String, String> documents) {
    collections.computeIfAbsent(Expected.REDIS_TOTALS, name -> new TreeMap<>());
    documents.forEach(
        (id, json) -> {
          Map<String, Object> document = ExtendedJson.document(json);
          if (!Boolean.TRUE.equals(document.get("erased"))) {
            put(Expected.REDIS_TOTALS, id, document);
          }
        });
    return this;
  }

  /** The values of all records of type alert.raised on the topic alerts. */
  public Actual raisedAlerts(Collection<String> values) {
    return alerts(Expected.ALERTS, values);
  }

  /** The values of all records of type alert.voided on the topic alerts. */
  public Actual voidedAlerts(Collection<String> values) {
    return alerts(Expected.VOIDED_ALERTS, values);
  }

  /** The values of all records of type subscriber.erased on the topic alerts. */
  public Actual erasedSubscribers(Collection<String> values) {
    collections.computeIfAbsent(Expected.ERASED_SUBSCRIBERS, name -> new TreeMap<>());
    for (String value : values) {
      Map<String, Object> erased = ExtendedJson.document(value);
      put(Expected.ERASED_SUBSCRIBERS, Document.key(key(erased)), erased);
    }
    return this;
  }

  private static String[] key(Map<String, Object> erased) {
    return new String[] {
      Json.text(erased, "tenantId"),
      Json.text(erased, "subscriberId"),
      Json.text(erased, "erasedAt")
    };
  }

  private Actual alerts(String collection, Collection<String> values) {
    collections.computeIfAbsent(collection, name -> new TreeMap<>());
    for (String value : values) {
      Map<String, Object> alert = ExtendedJson.document(value);
      put(collection, String.valueOf(alert.get("id")), alert);
    }
    return this;
  }

  /** Every mail that arrived. */
  public Actual mails(List<Mail> mails) {
    collections.computeIfAbsent(Expected.MAILS, name -> new TreeMap<>());
    for (Mail mail : mails) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("to", mail.to());
      fields.put("subject", mail.subject());
      fields.put("text", mail.text());
      put(Expected.MAILS, Document.key(mail.alertId(), mail.to()), fields);
    }
    return this;
  }

  private void put(String collection, String key, Map<String, Object> fields) {
    Map<String, Map<String, Object>> documents =
        collections.computeIfAbsent(collection, name -> new TreeMap<>());
    String free = key;
    for (int copy = 2; documents.containsKey(free); copy++) {
      free = key + " (copy " + copy + ")";
    }
    documents.put(free, fields);
  }

  public Map<String, Map<String, Map<String, Object>>> collections() {
    return collections;
  }
}
