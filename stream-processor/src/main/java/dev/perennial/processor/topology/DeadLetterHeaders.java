package dev.perennial.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A rejected record's own headers, then why and where it was rejected. */
final class DeadLetterHeaders {

  private DeadLetterHeaders() {}

  static Headers of(Rejection rejection) {
    Origin origin = rejection.origin();
    Headers headers = new RecordHeaders(origin.headers());
    add(headers, "perennial-reason", rejection.reason());
    add(headers, "perennial-error", rejection.error());
    add(headers, "perennial-topic", origin.topic());
    add(headers, "perennial-partition", Integer.toString(origin.partition()));
    add(headers, "perennial-offset", Long.toString(origin.offset()));
    add(headers, "perennial-timestamp", origin.appendTime().toString());
    return headers;
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }
}
