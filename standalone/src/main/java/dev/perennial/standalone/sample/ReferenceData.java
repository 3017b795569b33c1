package dev.perennial.standalone.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What belongs to no subscriber: what the tenant says, and exchange rates. */
final class ReferenceData {

  /** Where those live who do not say where. */
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /** What those think in who do not say what they think in. */
  static final String CURRENCY = "EUR";

  private ReferenceData() {}

  /** All of it, in the order of its arrival. */
  static List<String> all(long seed, Instant at) {
    List<String> events = new ArrayList<>(ofTenant(at.minus(Sample.span())));
    events.addAll(new RateList(seed, at).events());
    return List.copyOf(events);
  }

  /** What is said second is said of a time before: the first counts. */
  private static List<String> ofTenant(Instant time) {
    JsonText leads = JsonText.object("price.changed", List.of(10, 4));
    JsonText routing = JsonText.object("subscription.ended", List.of("home"));
    JsonText word =
        JsonText.object(
            "currency", CURRENCY, "zone", ZONE.getId(), "leads", leads, "routing", routing);
    JsonText before = JsonText.object("currency", "USD", "zone", "America/New_York");
    return List.of(
        event("tenant-1", "/settings", "tenant.updated", time, Sample.TENANT, word),
        event(
            "tenant-1",
            "/settings",
            "tenant.updated",
            time.minus(Duration.ofHours(1)),
            Sample.TENANT,
            before));
  }

  static String event(
      String id, String source, String type, Instant time, String subject, JsonText data) {
    return JsonText.object(
            "specversion", "1.0",
            "id", id,
            "source", source,
            "type", type,
            "time", time.toString(),
            "subject", subject,
            "datacontenttype", "application/json",
            "data", data)
        .toString();
  }
}
