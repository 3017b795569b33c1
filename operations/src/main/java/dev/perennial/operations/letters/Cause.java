package dev.perennial.operations.letters;

import dev.perennial.contracts.topic.DeadLetterNote;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/** Who made a dead letter of a record, and why. */
public sealed interface Cause {

  /** A stable word to list and choose letters by. */
  String reason();

  /** Where the record was read, as {@code topic:partition:offset}. */
  Optional<String> from();

  /** A service of ours could not read or fold the record. */
  record Rejected(DeadLetterNote note) implements Cause {
    @Override
    public String reason() {
      return note.reason();
    }

    @Override
    public Optional<String> from() {
      return Optional.of(note.topic() + ":" + note.partition() + ":" + note.offset());
    }
  }

  /**
   * A sink on Kafka Connect could not write the record.
   *
   * @param reason the exception's class, without its package: its message may quote the record
   */
  record Unwritten(String connector, String reason, Optional<String> from) implements Cause {}

  /** Neither of the two has signed it. */
  record Unsigned() implements Cause {
    @Override
    public String reason() {
      return "unsigned";
    }

    @Override
    public Optional<String> from() {
      return Optional.empty();
    }
  }

  /** What the headers say. */
  static Cause of(Headers headers) {
    return DeadLetterNote.of(headers)
        .<Cause>map(Rejected::new)
        .or(() -> ConnectHeaders.cause(headers))
        .orElseGet(Unsigned::new);
  }
}
