package dev.perennial.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.domain.event.Event;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Reads events; what cannot be read becomes a rejection, never an exception. */
final class DecodeEvents implements Processor<byte[], byte[], byte[], Input> {

  private static final String KEY_MISMATCH = "key-mismatch";
  private static final String WRONG_TOPIC = "wrong-topic";

  private @Nullable ProcessorContext<byte[], Input> context;

  @Override
  public void init(ProcessorContext<byte[], Input> newContext) {
    context = newContext;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    requireNonNull(context).forward(record.withValue(decode(origin(record))));
  }

  private Origin origin(Record<byte[], byte[]> record) {
    RecordMetadata place = requireNonNull(context).recordMetadata().orElseThrow();
    return new Origin(
        place.topic(),
        place.partition(),
        place.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        record.key(),
        record.value(),
        record.headers());
  }

  private static Input decode(Origin origin) {
    return switch (EventRecordCodec.decode(origin.headers(), origin.value())) {
      case Decoding.Decoded decoded -> read(origin, decoded.event());
      case Decoding.DecodedReference reference ->
          unreadable(origin, WRONG_TOPIC, "Reference data has a topic of its own.");
      case Decoding.Rejected rejected ->
          unreadable(origin, rejected.violation().code(), rejected.violation().detail());
    };
  }

  private static Input read(Origin origin, Event event) {
    return hasItsKey(origin, event)
        ? new Input.EventRead(event, origin)
        : unreadable(origin, KEY_MISMATCH, "The key is not the event's tenant and subscriber.");
  }

  /** Under another key it may lie on another partition, apart from its subscriber's state. */
  private static boolean hasItsKey(Origin origin, Event event) {
    return Arrays.equals(origin.key(), CompositeKey.of(event.subscriber()).getBytes(UTF_8));
  }

  private static Input unreadable(Origin origin, String reason, String error) {
    return new Input.Unreadable(
        new Rejection(origin, reason, error, Receipts.ofUnreadable(origin, reason)));
  }
}
