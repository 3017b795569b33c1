package dev.perennial.contracts.control;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What one key may do a second, where it differs from the service's settings. In the key's document
 * {@code limits: {requests?, events?, bytes?}}.
 *
 * @param requests a second; the service's, if null
 * @param events a second; the service's, if null
 * @param bytes of request bodies a second; the service's, if null
 */
public record KeyLimits(@Nullable Long requests, @Nullable Long events, @Nullable Long bytes) {

  public static final String REQUESTS = "requests";
  public static final String EVENTS = "events";
  public static final String BYTES = "bytes";

  public static final KeyLimits NONE = new KeyLimits(null, null, null);

  public KeyLimits {
    requirePositive(requests);
    requirePositive(events);
    requirePositive(bytes);
  }

  private static void requirePositive(@Nullable Long limit) {
    if (limit != null && limit < 1) {
      throw new IllegalArgumentException("A key's limit is at least 1 a second");
    }
  }

  Document toDocument() {
    Document document = new Document();
    append(document, REQUESTS, requests);
    append(document, EVENTS, events);
    append(document, BYTES, bytes);
    return document;
  }

  private static void append(Document document, String name, @Nullable Long limit) {
    if (limit != null) {
      document.append(name, limit);
    }
  }

  static KeyLimits fromDocument(@Nullable Document document) {
    return document == null
        ? NONE
        : new KeyLimits(limit(document, REQUESTS), limit(document, EVENTS), limit(document, BYTES));
  }

  private static @Nullable Long limit(Document document, String name) {
    Number number = document.get(name, Number.class);
    return number == null ? null : number.longValue();
  }
}
