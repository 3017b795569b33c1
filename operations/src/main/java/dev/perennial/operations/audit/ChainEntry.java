package dev.perennial.operations.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
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

  static final String SEQ = "_id";
  static final String HASH = "hash";

  private static final int FIELDS = 8;

  /** Would end a line, or have a terminal show another. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");

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
    return new Document(SEQ, seq)
        .append("at", Date.from(at))
        .append("operator", operator)
        .append("action", action)
        .append("subject", subject)
        .append("details", new Document(new TreeMap<String, Object>(details)))
        .append("previousHash", previousHash)
        .append(HASH, hash);
  }

  /**
   * The entry in the document; empty where a field is missing, of another kind, or one too many:
   * somebody altered it, and its hash would not say so.
   */
  static Optional<ChainEntry> read(Document document) {
    if (document.size() == FIELDS
        && document.get(SEQ) instanceof Long seq
        && document.get("at") instanceof Date at
        && document.get("operator") instanceof String operator
        && document.get("action") instanceof String action
        && document.get("subject") instanceof String subject
        && document.get("details") instanceof Document details
        && details.values().stream().allMatch(String.class::isInstance)
        && document.get("previousHash") instanceof String previousHash
        && document.get(HASH) instanceof String hash) {
      Map<String, String> texts =
          details.entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().toString()));
      return Optional.of(
          new ChainEntry(
              seq, at.toInstant(), operator, action, subject, texts, previousHash, hash));
    }
    return Optional.empty();
  }

  /** Whether it is the entry of that number behind that hash, as it was written. */
  boolean follows(long before, String hashBefore) {
    return seq == before + 1 && previousHash.equals(hashBefore) && hash.equals(expectedHash());
  }

  /** One line, whatever somebody has written into the database. */
  String text() {
    return "%d\t%s\t%s\t%s\t%s\t%s\t%s"
        .formatted(
            seq,
            at,
            visible(operator),
            visible(action),
            visible(subject),
            visible(new TreeMap<>(details).toString()),
            visible(hash));
  }

  private static String visible(String text) {
    return INVISIBLE.matcher(text).replaceAll("?");
  }
}
