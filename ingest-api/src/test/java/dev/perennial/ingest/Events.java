package dev.perennial.ingest;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Events as an upstream writes them. */
final class Events {

  static final String STRUCTURED = "application/cloudevents+json";
  static final String BATCH = "application/cloudevents-batch+json";

  private Events() {}

  static String started(String id) {
    return """
        {"specversion":"1.0","id":"%s","source":"/billing","type":"subscription.started",
         "time":"2026-01-05T10:00:00Z","subject":"netflix","subscriberid":"alice",
         "data":{"name":"Netflix","category":"streaming",
                 "price":{"kind":"FIXED","amount":{"value":"12.99","currency":"EUR"}},
                 "billing":{"every":1,"unit":"MONTH","anchor":"2026-01-31"}}}
        """
        .formatted(id);
  }

  static String paid(String id, String subscriber) {
    return """
        {"specversion":"1.0","id":"%s","source":"/billing","type":"payment.succeeded",
         "time":"2026-01-31T10:00:00Z","subject":"netflix","subscriberid":"%s",
         "data":{"paymentId":"%s","amount":{"value":"12.99","currency":"EUR"}}}
        """
        .formatted(id, subscriber, id);
  }

  static String tenant(String id) {
    return """
        {"specversion":"1.0","id":"%s","source":"/admin","type":"tenant.updated",
         "time":"2026-01-05T10:00:00Z","subject":"acme","data":{"currency":"EUR"}}
        """
        .formatted(id);
  }

  static String rates(String id, String usd) {
    return """
        {"specversion":"1.0","id":"%s","source":"/rates","type":"exchange-rates.published",
         "time":"2026-01-05T15:00:00Z","subject":"EUR",
         "data":{"base":"EUR","date":"2026-01-05","source":"test","rates":{"USD":"%s"}}}
        """
        .formatted(id, usd);
  }

  static String batch(String... events) {
    return Arrays.stream(events).collect(Collectors.joining(",", "[", "]"));
  }
}
