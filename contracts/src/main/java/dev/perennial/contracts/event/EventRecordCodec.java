package dev.perennial.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.ReferenceEvent;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.SpecVersion;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import io.cloudevents.rw.CloudEventRWException.CloudEventRWExceptionKind;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Events as records of the topics subscription-events and reference-data: CloudEvents 1.0, Kafka
 * binding, binary.
 */
public final class EventRecordCodec {

  private static final String TENANT = "tenantid";
  private static final String SUBSCRIBER = "subscriberid";
  private static final String RECEIVED_AT = "receivedat";
  private static final String MODE = "mode";

  private EventRecordCodec() {}

  /** The record without partition and timestamp: the key decides the one, the broker the other. */
  public static ProducerRecord<byte[], byte[]> encode(Event event) {
    CloudEvent cloudEvent =
        envelope(event.fact(), event.subject(), event.subscriber().tenantId())
            .withExtension(SUBSCRIBER, event.subscriber().subscriberId())
            .build();
    return KafkaMessageFactory.createWriter(Topics.SUBSCRIPTION_EVENTS, keyOf(event))
        .writeBinary(cloudEvent);
  }

  /** One copy of the record, whose partition the key does not decide: each has one. */
  public static ProducerRecord<byte[], byte[]> encode(ReferenceEvent event, int partition) {
    CloudEvent cloudEvent = envelope(event.fact(), event.subject(), event.tenantId()).build();
    return KafkaMessageFactory.createWriter(Topics.REFERENCE_DATA, partition, keyOf(event))
        .writeBinary(cloudEvent);
  }

  /** The key of the event's record. */
  public static byte[] keyOf(Event event) {
    return CompositeKey.of(event.subscriber()).getBytes(UTF_8);
  }

  /** The key of each of the event's records: the tenant's id, or the base currency. */
  public static byte[] keyOf(ReferenceEvent event) {
    return CompositeKey.of(event.subject()).getBytes(UTF_8);
  }

  private static CloudEventBuilder envelope(Fact fact, String subject, String tenantId) {
    return CloudEventBuilder.v1()
        .withId(fact.id().id())
        .withSource(URI.create(fact.id().source()))
        .withType(EventType.of(fact.data()).wireName())
        .withTime(utc(fact.time()))
        .withSubject(subject)
        .withExtension(TENANT, tenantId)
        .withExtension(RECEIVED_AT, utc(fact.receivedAt()))
        .withExtension(MODE, fact.mode().name().toLowerCase(Locale.ROOT))
        .withData(Attributes.JSON, DataWriter.write(fact.data()));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /**
   * Reads a record; whatever the bytes are, the answer is an event or what is wrong with them.
   *
   * @param value the record's value; null is missing data
   */
  public static Decoding decode(Headers headers, byte @Nullable [] value) {
    try {
      CloudEvent cloudEvent = KafkaMessageFactory.createReader(headers, value).toEvent();
      return decoded(cloudEvent);
    } catch (InvalidInput invalid) {
      return new Decoding.Rejected(invalid.violation());
    } catch (CloudEventRWException invalid) {
      return new Decoding.Rejected(violation(invalid));
    } catch (RuntimeException poison) {
      // The library throws what it likes at headers without a value and at absent attributes.
      return new Decoding.Rejected(notBinary());
    }
  }

  private static Decoding decoded(CloudEvent cloudEvent) {
    Attributes attributes = new RecordAttributes(cloudEvent);
    Envelope envelope = attributes.envelope();
    CloudEventData value = cloudEvent.getData();
    if (value == null) {
      throw InvalidInput.of(Defect.BODY_MISSING, "", "The record has no value.");
    }
    EventData data = DataReader.read(envelope.type(), StrictJson.parse(value.toBytes()), "");
    return attributes.decoded(envelope, arrival(attributes), data);
  }

  private static Arrival arrival(Attributes attributes) {
    return new Arrival(
        Texts.id(attributes.required(TENANT), attributes.at(TENANT)),
        Scalars.instant(attributes.required(RECEIVED_AT), attributes.at(RECEIVED_AT)),
        mode(attributes.required(MODE), attributes.at(MODE)));
  }

  private static Mode mode(String text, String pointer) {
    return Arrays.stream(Mode.values())
        .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(() -> InvalidInput.of(Defect.ENUM, pointer, "The mode is not known."));
  }

  private static Violation violation(CloudEventRWException invalid) {
    return invalid.getKind() == CloudEventRWExceptionKind.INVALID_SPEC_VERSION
        ? new Violation(
            Defect.SCHEMA_VERSION, "ce_specversion", "The version of CloudEvents is 1.0.")
        : notBinary();
  }

  private static Violation notBinary() {
    return new Violation(
        Defect.ENVELOPE_INVALID, "", "The record is no CloudEvent in binary mode.");
  }

  private record RecordAttributes(CloudEvent event) implements Attributes {

    @Override
    public @Nullable String get(String name) {
      Object value =
          SpecVersion.V1.getAllAttributes().contains(name)
              ? event.getAttribute(name)
              : event.getExtension(name);
      return switch (value) {
        case null -> null;
        case OffsetDateTime time -> time.toInstant().toString();
        default -> value.toString();
      };
    }

    @Override
    public String at(String name) {
      return name.equals("datacontenttype") ? "content-type" : "ce_" + name;
    }
  }
}
