package dev.perennial.operations.letters;

import dev.perennial.contracts.topic.DeadLetterNote;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.operations.OperationException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The record that a letter is to become again on its source topic.
 *
 * @param record without the letter's note; without a partition, so that its key decides, or its old
 *     one where it has no key or is reference data
 */
public record Outgoing(Letter letter, ProducerRecord<byte[], byte[]> record, boolean mended) {

  /**
   * The record as it was.
   *
   * @throws OperationException where the letter is none that can be replayed
   */
  public static Outgoing asItWas(Letter letter) {
    return of(letter, letter.value(), false);
  }

  /**
   * The record with another value.
   *
   * @throws OperationException where the letter is none that can be replayed, or the record would
   *     be rejected again
   */
  public static Outgoing mended(Letter letter, byte[] value) {
    Outgoing mended = of(letter, value, true);
    mended
        .defect()
        .ifPresent(
            defect -> {
              throw new OperationException("The mended value is not valid: " + defect);
            });
    return mended;
  }

  private static Outgoing of(Letter letter, byte @Nullable [] value, boolean mended) {
    DeadLetterNote note = noteOf(letter);
    Integer partition = keepsItsPartition(letter, note) ? note.partition() : null;
    return new Outgoing(
        letter,
        new ProducerRecord<>(
            note.topic(),
            partition,
            letter.key(),
            value,
            DeadLetterNote.removedFrom(letter.headers())),
        mended);
  }

  /** Reference data has a copy in each partition: another's would be no substitute. */
  private static boolean keepsItsPartition(Letter letter, DeadLetterNote note) {
    return letter.key() == null || note.topic().equals(Topics.REFERENCE_DATA);
  }

  private static DeadLetterNote noteOf(Letter letter) {
    refusal(letter)
        .ifPresent(
            refusal -> {
              throw new OperationException(refusal);
            });
    return DeadLetterNote.of(letter.headers()).orElseThrow();
  }

  /** Why the letter cannot be replayed, and what to do instead; empty where it can. */
  public static Optional<String> refusal(Letter letter) {
    return switch (letter.cause()) {
      // Headers are the sender's to choose; a letter goes back to where its own topic says.
      case Cause.Rejected rejected ->
          rejected.note().topic().equals(letter.id().topic())
              ? Optional.empty()
              : Optional.of(letter.id().text() + " says that it came from another topic");
      case Cause.Unwritten sink -> Optional.of(instead(letter, sink));
      case Cause.Unsigned unsigned ->
          Optional.of(letter.id().text() + " does not say where it came from");
    };
  }

  private static String instead(Letter letter, Cause.Unwritten sink) {
    return ("%s was refused by the sink %s: mend what made it refuse, then have Connect stop that"
            + " connector, set its offset (for Redis its position there) back to %s, and resume it; then"
            + " discard the letter")
        .formatted(letter.id().text(), sink.connector(), sink.from().orElse("the record"));
  }

  /** Why the record would be rejected again; empty where it can be read. */
  public Optional<String> defect() {
    return Readability.defect(record);
  }

  /** Hex SHA-256 of the value; null where there is none. */
  @Nullable String digest() {
    return record.value() == null ? null : digest(record.value());
  }

  /** Hex SHA-256. */
  public static String digest(byte[] value) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
