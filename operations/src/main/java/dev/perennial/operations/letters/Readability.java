package dev.perennial.operations.letters;

import dev.perennial.contracts.alert.AlertCodec;
import dev.perennial.contracts.alert.UnreadableAlertException;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.event.Violation;
import dev.perennial.contracts.topic.Topics;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Whether the services that read a topic can read a record, by the codec that they use. */
final class Readability {

  private Readability() {}

  /** A code, where it applies, and a sentence; nothing of the value. Empty where it can be read. */
  static Optional<String> defect(ProducerRecord<byte[], byte[]> record) {
    return switch (record.topic()) {
      case Topics.SUBSCRIPTION_EVENTS, Topics.REFERENCE_DATA -> ofEvent(record);
      case Topics.ALERTS -> ofAlert(record);
      default -> Optional.of("nobody knows how to read records of " + record.topic());
    };
  }

  private static Optional<String> ofEvent(ProducerRecord<byte[], byte[]> record) {
    return switch (EventRecordCodec.decode(record.headers(), record.value())) {
      case Decoding.Rejected rejected -> Optional.of(text(rejected.violation()));
      case Decoding.Decoded decoded ->
          inPlace(record, Topics.SUBSCRIPTION_EVENTS, EventRecordCodec.keyOf(decoded.event()));
      case Decoding.DecodedReference reference ->
          inPlace(record, Topics.REFERENCE_DATA, EventRecordCodec.keyOf(reference.event()));
    };
  }

  private static String text(Violation violation) {
    String place = violation.pointer().isEmpty() ? "" : " at " + violation.pointer();
    return violation.code() + place + ": " + violation.detail();
  }

  private static Optional<String> inPlace(
      ProducerRecord<byte[], byte[]> record, String topic, byte[] key) {
    if (!record.topic().equals(topic)) {
      return Optional.of("wrong-topic: Such an event belongs on " + topic + ".");
    }
    return Arrays.equals(key, record.key())
        ? Optional.empty()
        : Optional.of("key-mismatch: The key is not the one of such an event.");
  }

  private static Optional<String> ofAlert(ProducerRecord<byte[], byte[]> record) {
    try {
      AlertCodec.decode(record.headers(), record.value());
      return Optional.empty();
    } catch (UnreadableAlertException unreadable) {
      return Optional.of("alert-unreadable: " + unreadable.getMessage());
    }
  }
}
