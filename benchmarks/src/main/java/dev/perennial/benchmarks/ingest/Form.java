package dev.perennial.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How events are sent. */
enum Form {
  SINGLE("application/cloudevents+json", 1, List.of(1, 16, 64, 256)),
  BATCH("application/cloudevents-batch+json", 100, List.of(1, 16, 64)),
  NDJSON("application/x-ndjson", 100, List.of(1, 4, 16));

  private final String contentType;
  private final int events;
  private final List<Integer> connections;

  Form(String contentType, int events, List<Integer> connections) {
    this.contentType = contentType;
    this.events = events;
    this.connections = connections;
  }

  static Form of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many events go together: in a request, or in a chunk of one. */
  int events() {
    return events;
  }

  /** At how many it is measured. */
  List<Integer> connections() {
    return connections;
  }

  /** A whole request, with places for the numbers of its events; of lines the chunk alone. */
  String request(Payment payment, String key) {
    List<String> forms = Collections.nCopies(events, payment.form());
    return switch (this) {
      case SINGLE -> withLength(payment.form(), key);
      case BATCH -> withLength("[" + String.join(",", forms) + "]", key);
      case NDJSON -> chunk(String.join("\n", forms) + "\n");
    };
  }

  /** What comes before the chunks. */
  String head(String key) {
    return """
        POST /v1/events HTTP/1.1
        Host: 127.0.0.1
        Authorization: Bearer %s
        Content-Type: %s
        """
        .formatted(key, contentType)
        .replace("\n", "\r\n");
  }

  private String withLength(String body, String key) {
    return head(key) + "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.getBytes(US_ASCII).length) + "\r\n" + text + "\r\n";
  }
}
