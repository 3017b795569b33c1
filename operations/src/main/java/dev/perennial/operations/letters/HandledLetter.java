package dev.perennial.operations.letters;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A letter in the audit record, which outlives it: nothing of its value is in here.
 *
 * @param reason why it was a dead letter
 * @param from where its record was read first; null where the letter does not say
 * @param to where its record was written again; null where it was not
 * @param digest hex SHA-256 of the value that was written again
 * @param mended whether that value was another than the letter's
 */
public record HandledLetter(
    LetterId id,
    Instant writtenAt,
    String reason,
    @Nullable String from,
    @Nullable String to,
    @Nullable String digest,
    boolean mended) {

  static final String ID = "id";
  private static final String WRITTEN_AT = "writtenAt";
  private static final String REASON = "reason";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String DIGEST = "digest";
  private static final String MENDED = "mended";

  public HandledLetter {
    requireNonNull(id, "id");
    requireNonNull(writtenAt, "writtenAt");
    requireNonNull(reason, "reason");
  }

  static HandledLetter discarded(Letter letter) {
    return of(letter, null, null, false);
  }

  static HandledLetter of(
      Letter letter, @Nullable String to, @Nullable String digest, boolean mended) {
    return new HandledLetter(
        letter.id(),
        letter.writtenAt(),
        letter.cause().reason(),
        letter.cause().from().orElse(null),
        to,
        digest,
        mended);
  }

  boolean is(Letter letter) {
    return id.equals(letter.id()) && writtenAt.equals(letter.writtenAt());
  }

  Document toDocument() {
    Document document =
        new Document(ID, id.text())
            .append(WRITTEN_AT, Date.from(writtenAt))
            .append(REASON, reason)
            .append(MENDED, mended);
    append(document, FROM, from);
    append(document, TO, to);
    append(document, DIGEST, digest);
    return document;
  }

  private static void append(Document document, String name, @Nullable String text) {
    if (text != null) {
      document.append(name, text);
    }
  }

  static HandledLetter fromDocument(Document document) {
    return new HandledLetter(
        LetterId.parse(document.getString(ID)).orElseThrow(),
        document.getDate(WRITTEN_AT).toInstant(),
        document.getString(REASON),
        document.getString(FROM),
        document.getString(TO),
        document.getString(DIGEST),
        document.getBoolean(MENDED));
  }
}
