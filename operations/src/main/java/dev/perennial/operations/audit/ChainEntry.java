package dev.perennial.operations.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * One entry of the audit chain.
 *
 * @param seq from 1, without gaps; the document's {@code _id}
 * @param subject what was changed: a tenant's id, a key's prefix
 * @param details no secrets
 * @param previousHash the hash of the entry before; {@link #NONE} for the first
 * @param hash hex SHA-256 of all the others
 */
record ChainEntry(
    long seq,
    Instant at,
    String operator,
    String action,
    String subject,
    Map<String, String> details,
    String previousHash,
    String hash) {

  static final String NONE = "0".repeat(64);

  ChainEntry {
    details = Map.copyOf(details);
  }

  /** An entry behind that hash. */
  static ChainEntry of(
      long seq,
      Instant at,
      String operator,
      String action,
      String subject,
      Map<String, String> details,
      String previousHash) {
    ChainEntry open = new ChainEntry(seq, at, operator, action, subject, details, previousHash, "");
    return new ChainEntry(
        seq, at, operator, action, subject, details, previousHash, open.expectedHash());
  }

  /** Each value with its length in front, so that no two entries have the same bytes. */
  String expectedHash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, Long.toString(seq));
      add(digest, Long.toString(at.toEpochMilli()));
      add(digest, operator);
      add(digest, action);
      add(digest, subject);
      new TreeMap<>(details)
          .forEach(
              (name, value) -> {
                add(digest, name);
                add(digest, value);
              });
      add(digest, previousHash);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  private static void add(MessageDigest digest, String value) {
    byte[] bytes = value.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  Document toDocument() {
    return new Document("_id", seq)
        .append("at", Date.from(at))
        .append("operator", operator)
        .append("action", action)
        .append("subject", subject)
        .append("details", new Document(new TreeMap<String, Object>(details)))
        .append("previousHash", previousHash)
        .append("hash", hash);
  }

  static ChainEntry fromDocument(Document document) {
    Map<String, String> details =
        document.get("details", Document.class).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().toString()));
    return new ChainEntry(
        document.get("_id", Number.class).longValue(),
        document.getDate("at").toInstant(),
        document.getString("operator"),
        document.getString("action"),
        document.getString("subject"),
        details,
        document.getString("previousHash"),
        document.getString("hash"));
  }

  String text() {
    return "%d\t%s\t%s\t%s\t%s\t%s\t%s"
        .formatted(seq, at, operator, action, subject, new TreeMap<>(details), hash);
  }
}
