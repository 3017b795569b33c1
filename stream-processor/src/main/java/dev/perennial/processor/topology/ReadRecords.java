package dev.perennial.processor.topology;

import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.ReferenceEvent;
import java.util.Arrays;

/** Records of the sources as what they say, or as rejections. */
final class ReadRecords {

  private static final String KEY_MISMATCH = "key-mismatch";
  private static final String WRONG_TOPIC = "wrong-topic";

  private ReadRecords() {}

  /** Of subscription-events. */
  static Input event(Origin origin) {
    return switch (EventRecordCodec.decode(origin.headers(), origin.value())) {
      case Decoding.Decoded decoded -> event(origin, decoded.event());
      case Decoding.DecodedReference reference ->
          badEvent(origin, WRONG_TOPIC, "Reference data has a topic of its own.");
      case Decoding.Rejected rejected ->
          badEvent(origin, rejected.violation().code(), rejected.violation().detail());
    };
  }

  /** Under another key it may lie on another partition, apart from its subscriber's state. */
  private static Input event(Origin origin, Event event) {
    return Arrays.equals(origin.key(), EventRecordCodec.keyOf(event))
        ? new Input.EventRead(event, origin)
        : badEvent(origin, KEY_MISMATCH, "The key is not the event's tenant and subscriber.");
  }

  private static Input badEvent(Origin origin, String reason, String error) {
    return new Input.Unreadable(
        new Rejection(origin, reason, error, Receipts.ofUnreadable(origin, reason)));
  }

  /** Of reference-data. */
  static Input reference(Origin origin) {
    return switch (EventRecordCodec.decode(origin.headers(), origin.value())) {
      case Decoding.DecodedReference decoded -> reference(origin, decoded.event());
      case Decoding.Decoded event ->
          badReference(origin, WRONG_TOPIC, "An event of a subscriber is no reference data.");
      case Decoding.Rejected rejected ->
          badReference(origin, rejected.violation().code(), rejected.violation().detail());
    };
  }

  private static Input reference(Origin origin, ReferenceEvent event) {
    return Arrays.equals(origin.key(), EventRecordCodec.keyOf(event))
        ? new Input.ReferenceRead(event, origin)
        : badReference(origin, KEY_MISMATCH, "The key is not what the event is about.");
  }

  private static Input badReference(Origin origin, String reason, String error) {
    return new Input.Unreadable(
        new Rejection(origin, reason, error, Receipts.ofUnreadableReference(origin, reason)));
  }
}
