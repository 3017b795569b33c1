package dev.perennial.contracts.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Why and where a record was rejected. It travels as headers behind the record's own, so that a
 * dead letter without them is the record as it came.
 *
 * @param reason a stable code
 * @param error a sentence for a person, without anything of the record's value
 * @param topic from where the record was read, with its partition and offset there
 * @param appendTime when the broker took the record there
 */
public record DeadLetterNote(
    String reason, String error, String topic, int partition, long offset, Instant appendTime) {

  private static final String REASON = "perennial-reason";
  private static final String ERROR = "perennial-error";
  private static final String TOPIC = "perennial-topic";
  private static final String PARTITION = "perennial-partition";
  private static final String OFFSET = "perennial-offset";
  private static final String TIMESTAMP = "perennial-timestamp";
  private static final Set<String> NAMES =
      Set.of(REASON, ERROR, TOPIC, PARTITION, OFFSET, TIMESTAMP);

  public DeadLetterNote {
    requireNonNull(reason, "reason");
    requireNonNull(error, "error");
    requireNonNull(topic, "topic");
    requireNonNull(appendTime, "appendTime");
    if (partition < 0 || offset < 0) {
      throw new IllegalArgumentException("Partitions and offsets start at 0");
    }
  }

  /** Whether a header of that name is the note's and not the record's own. */
  public static boolean isHeader(String name) {
    return NAMES.contains(name);
  }

  /** The note on a dead letter; empty where there is none, or none that can be read. */
  public static Optional<DeadLetterNote> of(Headers headers) {
    try {
      return Optional.of(
          new DeadLetterNote(
              text(headers, REASON),
              text(headers, ERROR),
              text(headers, TOPIC),
              Integer.parseInt(text(headers, PARTITION)),
              Long.parseLong(text(headers, OFFSET)),
              time(text(headers, TIMESTAMP))));
    } catch (NoSuchElementException | IllegalArgumentException | DateTimeException none) {
      return Optional.empty();
    }
  }

  /** The record's own headers with this note behind them; any older note is gone. */
  public Headers addedTo(Headers own) {
    return removedFrom(own)
        .add(REASON, reason.getBytes(UTF_8))
        .add(ERROR, error.getBytes(UTF_8))
        .add(TOPIC, topic.getBytes(UTF_8))
        .add(PARTITION, Integer.toString(partition).getBytes(UTF_8))
        .add(OFFSET, Long.toString(offset).getBytes(UTF_8))
        .add(TIMESTAMP, appendTime.toString().getBytes(UTF_8));
  }

  /** The record's own headers: a copy without a note. */
  public static Headers removedFrom(Headers headers) {
    Headers own = new RecordHeaders(headers);
    NAMES.forEach(own::remove);
    return own;
  }

  private static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    if (header == null || header.value() == null) {
      throw new NoSuchElementException(name);
    }
    return new String(header.value(), UTF_8);
  }

  /** Some writers say milliseconds since 1970. */
  private static Instant time(String text) {
    return text.matches("\\d+") ? Instant.ofEpochMilli(Long.parseLong(text)) : Instant.parse(text);
  }
}
