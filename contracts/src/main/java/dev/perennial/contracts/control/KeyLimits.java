package dev.perennial.contracts.control;

import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What one key may do a second, where it differs from the service's settings. In the key's document
 * {@code limits: {requests?, events?, bytes?}}. Each is from 1 to {@link #LARGEST}.
 *
 * @param requests a second; the service's, if null
 * @param events a second; the service's, if null
 * @param bytes of request bodies a second; the service's, if null
 */
public record KeyLimits(@Nullable Long requests, @Nullable Long events, @Nullable Long bytes) {

  public static final String REQUESTS = "requests";
  public static final String EVENTS = "events";
  public static final String BYTES = "bytes";

  /** A bucket takes one token a nanosecond at most; of a larger limit no service could make one. */
  public static final long LARGEST = 1_000_000_000;

  public static final KeyLimits NONE = new KeyLimits(null, null, null);

  public KeyLimits {
    requireInRange(requests);
    requireInRange(events);
    requireInRange(bytes);
  }

  private static void requireInRange(@Nullable Long limit) {
    if (limit != null && (limit < 1 || limit > LARGEST)) {
      throw new IllegalArgumentException("A key's limit is 1 to " + LARGEST + " a second");
    }
  }

  /** For people, as the command line takes it: {@code events=500,bytes=1000000}. */
  public String text() {
    return toDocument().entrySet().stream()
        .map(limit -> limit.getKey() + "=" + limit.getValue())
        .collect(Collectors.joining(","));
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
    // An earlier release stored larger ones, and such a key must not become unreadable.
    return number == null ? null : Math.min(LARGEST, number.longValue());
  }
}
