package dev.perennial.contracts.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Alerts as Kafka records: the value is plain JSON, the header {@code ce_type} says which kind it
 * is, {@code ce_id} names the message.
 */
public final class AlertCodec {

  public static final String RAISED = "alert.raised";
  public static final String VOIDED = "alert.voided";
  public static final String ERASED = "subscriber.erased";

  static final String TYPE_HEADER = "ce_type";
  static final String ID_HEADER = "ce_id";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AlertCodec() {}

  public static byte[] encode(AlertMessage message) {
    return JSON.writeValueAsBytes(
        switch (message) {
          case AlertRaised raised -> AlertJson.write(JSON.createObjectNode(), raised);
          case AlertVoided voided -> AlertJson.write(JSON.createObjectNode(), voided);
          case SubscriberErased erased -> AlertJson.write(JSON.createObjectNode(), erased);
        });
  }

  /** The headers that {@link #decode} needs beside the value. */
  public static Headers headers(AlertMessage message) {
    return switch (message) {
      case AlertRaised raised -> headers(RAISED, raised.id());
      case AlertVoided voided -> headers(VOIDED, voided.id() + ":voided");
      case SubscriberErased erased -> headers(ERASED, erased.id());
    };
  }

  private static Headers headers(String type, String id) {
    return new RecordHeaders()
        .add(TYPE_HEADER, type.getBytes(UTF_8))
        .add(ID_HEADER, id.getBytes(UTF_8));
  }

  /**
   * @throws UnreadableAlertException if the header or the value is missing or malformed; its
   *     message does not quote the value
   */
  public static AlertMessage decode(Headers headers, byte @Nullable [] value) {
    String type = typeOf(headers).orElseThrow(() -> new UnreadableAlertException("No ce_type"));
    JsonNode json = read(value);
    try {
      return switch (type) {
        case RAISED -> AlertJson.raised(json);
        case VOIDED -> AlertJson.voided(json);
        case ERASED -> AlertJson.erased(json);
        default -> throw new UnreadableAlertException("Unknown alert message type");
      };
    } catch (RuntimeException malformed) {
      throw new UnreadableAlertException("Not a valid " + type, malformed);
    }
  }

  private static JsonNode read(byte @Nullable [] value) {
    if (value == null) {
      throw new UnreadableAlertException("No value");
    }
    try {
      return JSON.readTree(value);
    } catch (JacksonException malformed) {
      throw new UnreadableAlertException("Not JSON", malformed);
    }
  }

  private static Optional<String> typeOf(Headers headers) {
    return Optional.ofNullable(headers.lastHeader(TYPE_HEADER))
        .map(Header::value)
        .map(value -> new String(value, UTF_8));
  }
}
