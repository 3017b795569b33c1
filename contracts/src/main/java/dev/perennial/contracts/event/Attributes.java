package dev.perennial.contracts.event;

import dev.perennial.domain.event.AlertAcknowledged;
import dev.perennial.domain.event.AlertSnoozed;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.ExchangeRatesPublished;
import dev.perennial.domain.event.ReferenceData;
import dev.perennial.domain.event.TenantUpdated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** CloudEvents context attributes as texts, wherever they come from. */
interface Attributes {

  String SPEC_VERSION = "1.0";
  String JSON = "application/json";

  /** The attribute's text; null if it is absent. */
  @Nullable String get(String name);

  /** Where the attribute stands, for a violation. */
  String at(String name);

  default String required(String name) {
    String text = get(name);
    if (text == null) {
      throw InvalidInput.of(
          Defect.FIELD_MISSING, at(name), "The attribute " + name + " is mandatory.");
    }
    return text;
  }

  default Envelope envelope() {
    requireKnownSchema();
    EventType type = type();
    EventId id =
        new EventId(
            Texts.source(required("source"), at("source")), Texts.id(required("id"), at("id")));
    Instant time = Scalars.instant(required("time"), at("time"));
    String subject = Texts.id(required("subject"), at("subject"));
    String subscriber = type.isReferenceData() ? "" : subscriberId();
    if (isAboutItsSubscriber(type) && !subject.equals(subscriber)) {
      throw InvalidInput.of(
          Defect.FIELD_CONFLICT, at("subject"), "The subject is the subscriber: the same id.");
    }
    return new Envelope(type, id, time, subject, subscriber);
  }

  private String subscriberId() {
    return Texts.subscriberId(required("subscriberid"), at("subscriberid"));
  }

  private static boolean isAboutItsSubscriber(EventType type) {
    return type == EventType.SUBSCRIBER_UPDATED || type == EventType.SUBSCRIBER_DELETED;
  }

  /** The event of an envelope and its data; where both name what it is about, they agree. */
  default Decoding decoded(Envelope envelope, Arrival arrival, EventData data) {
    if (data instanceof AlertAcknowledged acknowledged) {
      requireSubject(envelope, acknowledged.alertId(), "alert");
    } else if (data instanceof AlertSnoozed snoozed) {
      requireSubject(envelope, snoozed.alertId(), "alert");
    } else if (data instanceof TenantUpdated) {
      requireSubject(envelope, arrival.tenantId(), "tenant");
    } else if (data instanceof ExchangeRatesPublished published) {
      requireSubject(envelope, published.rates().base().getCurrencyCode(), "base currency");
    }
    return data instanceof ReferenceData
        ? new Decoding.DecodedReference(envelope.reference(arrival, data))
        : new Decoding.Decoded(envelope.event(arrival, data));
  }

  private void requireSubject(Envelope envelope, String name, String what) {
    if (!envelope.subject().equals(name)) {
      throw InvalidInput.of(
          Defect.FIELD_CONFLICT, at("subject"), "The subject is the " + what + ": the same id.");
    }
  }

  private void requireKnownSchema() {
    if (!required("specversion").equals(SPEC_VERSION)) {
      throw InvalidInput.of(
          Defect.SCHEMA_VERSION, at("specversion"), "The version of CloudEvents is 1.0.");
    }
    if (get("dataschema") != null) {
      throw InvalidInput.of(
          Defect.SCHEMA_VERSION, at("dataschema"), "Events have no schema but their type's.");
    }
    String contentType = get("datacontenttype");
    if (contentType != null && !contentType.equals(JSON)) {
      throw InvalidInput.of(
          Defect.ENUM, at("datacontenttype"), "Data is of the type application/json.");
    }
  }

  private EventType type() {
    return EventType.byName(required("type"))
        .orElseThrow(
            () ->
                InvalidInput.of(
                    Defect.EVENT_TYPE_UNKNOWN, at("type"), "This type of event is not known."));
  }
}
