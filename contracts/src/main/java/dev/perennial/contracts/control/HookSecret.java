package dev.perennial.contracts.control;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * A signing secret as it is stored.
 *
 * @param keyVersion of the key that sealed it ({@link HookKeys})
 * @param sealed opened only together with the id of its hook
 * @param expiresAt the moment from which on it is not asked any more; null for never
 */
public record HookSecret(
    int keyVersion, Binary sealed, Instant addedAt, @Nullable Instant expiresAt) {

  public static final String KEY_VERSION = "keyVersion";
  public static final String SEALED = "sealed";
  public static final String ADDED_AT = "addedAt";
  public static final String EXPIRES_AT = "expiresAt";

  public HookSecret {
    requireNonNull(sealed, "sealed");
    requireNonNull(addedAt, "addedAt");
  }

  boolean holdsAt(Instant now) {
    return expiresAt == null || now.isBefore(expiresAt);
  }

  /** The same, ending at that moment unless it ends before. */
  public HookSecret endingAt(Instant end) {
    return holdsAt(end) ? new HookSecret(keyVersion, sealed, addedAt, end) : this;
  }

  Document toDocument() {
    Document document =
        new Document(KEY_VERSION, keyVersion)
            .append(SEALED, sealed)
            .append(ADDED_AT, Date.from(addedAt));
    return expiresAt == null ? document : document.append(EXPIRES_AT, Date.from(expiresAt));
  }

  static HookSecret fromDocument(Document document) {
    Date expiresAt = document.getDate(EXPIRES_AT);
    return new HookSecret(
        document.getInteger(KEY_VERSION),
        document.get(SEALED, Binary.class),
        document.getDate(ADDED_AT).toInstant(),
        expiresAt == null ? null : expiresAt.toInstant());
  }

  @Override
  public String toString() {
    return "HookSecret[***]";
  }
}
