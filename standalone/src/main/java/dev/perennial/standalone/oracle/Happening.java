package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One event as it was posted.
 *
 * @param subscriber empty where it belongs to none
 * @param importedAt when it was received, where it came in as history; null where it came live
 */
record Happening(
    String type,
    Instant time,
    String source,
    String id,
    String subject,
    String subscriber,
    Map<String, Object> data,
    String digest,
    @Nullable Instant importedAt) {

  /** The order that decides: content alone, never arrival. */
  static final Comparator<Happening> ORDER =
      Comparator.comparing(Happening::time)
          .thenComparing(Happening::source)
          .thenComparing(Happening::id)
          .thenComparing(Happening::digest);

  static Happening parse(String text) {
    Map<String, Object> event = Json.object(text);
    String type = Json.text(event, "type");
    Instant time = OffsetDateTime.parse(Json.text(event, "time")).toInstant();
    Map<String, Object> data = map(event.getOrDefault("data", Map.of()));
    String subject = Json.text(event, "subject");
    // Reference data belongs to no subscriber, whatever is given.
    String subscriber = isReference(type) ? "" : Json.text(event, "subscriberid");
    return new Happening(
        type,
        time,
        Json.text(event, "source"),
        Json.text(event, "id"),
        subject,
        subscriber,
        data,
        Canonical.digest(type, subject, subscriber, time.toString(), data),
        null);
  }

  /** The same, received at that moment as history; as it happened where that is null. */
  Happening importedAt(@Nullable Instant receivedAt) {
    return new Happening(type, time, source, id, subject, subscriber, data, digest, receivedAt);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }

  private static boolean isReference(String type) {
    return type.equals("tenant.updated") || type.equals("exchange-rates.published");
  }

  /** Of no subscriber: said by the tenant, or rates. */
  boolean isReference() {
    return isReference(type);
  }

  boolean isOfTenant() {
    return is("tenant.updated");
  }

  /** Said by or of the subscriber itself, of no one subscription. */
  boolean isOfSubscriber() {
    return type.startsWith("subscriber.") || type.startsWith("alert.");
  }

  boolean isDeletion() {
    return is("subscription.deleted", "subscriber.deleted");
  }

  boolean is(String... types) {
    for (String candidate : types) {
      if (candidate.equals(type)) {
        return true;
      }
    }
    return false;
  }

  String text(String name) {
    return Json.text(data, name);
  }

  @Nullable LocalDate date(String name) {
    return data.get(name) instanceof String date ? LocalDate.parse(date) : null;
  }

  /** From when a change is in force, where it was said on this local day. */
  LocalDate firstDay(LocalDate said) {
    return Objects.requireNonNullElse(date("effectiveOn"), said);
  }

  boolean isPaymentWithAmount() {
    return type.startsWith("payment.") && data.containsKey("amount");
  }

  Map<String, Object> amount() {
    return map(data.get("amount"));
  }

  boolean sameIdAs(Happening other) {
    return source.equals(other.source) && id.equals(other.id);
  }
}
