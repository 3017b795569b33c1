package dev.perennial.operations.letters;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One dead letter.
 *
 * @param writtenAt when the broker took it; with the id it names one letter for ever, also where a
 *     topic was made anew and its offsets began again
 */
public record Letter(
    LetterId id,
    Instant writtenAt,
    Cause cause,
    byte @Nullable [] key,
    byte @Nullable [] value,
    Headers headers) {

  public Letter {
    requireNonNull(id, "id");
    requireNonNull(writtenAt, "writtenAt");
    requireNonNull(cause, "cause");
    requireNonNull(headers, "headers");
  }

  static Letter of(ConsumerRecord<byte[], byte[]> record) {
    return new Letter(
        new LetterId(LetterId.sourceOf(record.topic()), record.partition(), record.offset()),
        Instant.ofEpochMilli(record.timestamp()),
        Cause.of(record.headers()),
        record.key(),
        record.value(),
        record.headers());
  }

  /** An attribute of the event, by its name in CloudEvents; never anything of its data. */
  public Optional<String> attribute(String name) {
    return LetterText.of(headers, "ce_" + name);
  }
}
