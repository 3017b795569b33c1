package dev.perennial.ingest;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Events as an upstream writes them. */
public final class Events {

  public static final String STRUCTURED = "application/cloudevents+json";
  public static final String BATCH = "application/cloudevents-batch+json";

  /** Yesterday: live events are not much older. */
  public static final String TIME =
      Clock.systemUTC()
          .instant()
          .truncatedTo(ChronoUnit.SECONDS)
          .minus(1, ChronoUnit.DAYS)
          .toString();

  private Events() {}

  public static String started(String id) {
    return """
        {"specversion":"1.0","id":"%s","source":"/billing","type":"subscription.started",
         "time":"%s","subject":"netflix","subscriberid":"alice",
         "data":{"name":"Netflix","category":"streaming",
                 "price":{"kind":"FIXED","amount":{"value":"12.99","currency":"EUR"}},
                 "billing":{"every":1,"unit":"MONTH","anchor":"2026-01-31"}}}
        """
        .formatted(id, TIME);
  }

  public static String paid(String id, String subscriber) {
    return """
        {"specversion":"1.0","id":"%s","source":"/billing","type":"payment.succeeded",
         "time":"%s","subject":"netflix","subscriberid":"%s",
         "data":{"paymentId":"%s","amount":{"value":"12.99","currency":"EUR"}}}
        """
        .formatted(id, TIME, subscriber, id);
  }

  public static String tenant(String id) {
    return """
        {"specversion":"1.0","id":"%s","source":"/admin","type":"tenant.updated",
         "time":"%s","subject":"acme","data":{"currency":"EUR"}}
        """
        .formatted(id, TIME);
  }

  public static String rates(String id, String usd) {
    return """
        {"specversion":"1.0","id":"%s","source":"/rates","type":"exchange-rates.published",
         "time":"%s","subject":"EUR",
         "data":{"base":"EUR","date":"2026-01-05","source":"test","rates":{"USD":"%s"}}}
        """
        .formatted(id, TIME, usd);
  }

  public static String batch(String... events) {
    return Arrays.stream(events).collect(Collectors.joining(",", "[", "]"));
  }
}
