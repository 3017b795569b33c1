package dev.perennial.contracts.event;

import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.EventType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * CloudEvents 1.0 in JSON, structured mode. Data is strict; context attributes that mean nothing
 * here are ignored, as CloudEvents asks of a receiver, also those that ingest stamps itself.
 */
public final class EventCodec {

  private EventCodec() {}

  /**
   * Reads one event.
   *
   * @param json the envelope with its data, as {@link StrictJson#parse} gave it
   * @param arrival what the sender cannot say
   */
  public static Decoding decode(JsonNode json, Arrival arrival) {
    try {
      Fields fields = new Fields(json, "");
      Attributes attributes = new JsonAttributes(fields);
      Envelope envelope = attributes.envelope();
      if (json.has("data_base64")) {
        throw InvalidInput.of(Defect.FIELD_UNKNOWN, "/data_base64", "Data is JSON.");
      }
      EventData data = DataReader.dataOf(fields, envelope.type());
      return attributes.decoded(envelope, arrival, data);
    } catch (InvalidInput invalid) {
      return new Decoding.Rejected(invalid.violation());
    }
  }

  /** The data's canonical JSON: the same bytes for equal content. */
  public static byte[] encodeData(EventData data) {
    return DataWriter.write(data);
  }

  /**
   * The data in its JSON, as the stream processor keeps it beside its facts.
   *
   * @throws InvalidInput if it breaks the rules of its type
   */
  public static EventData decodeData(EventType type, JsonNode json) {
    return DataReader.read(type, json, "");
  }

  /** A null attribute is an absent one (CloudEvents JSON format, section 2.2). */
  private record JsonAttributes(Fields fields) implements Attributes {

    @Override
    public @Nullable String get(String name) {
      JsonNode value = fields.object().get(name);
      return value == null || value.isNull() ? null : Scalars.string(value, at(name));
    }

    @Override
    public String at(String name) {
      return fields.at(name);
    }
  }
}
