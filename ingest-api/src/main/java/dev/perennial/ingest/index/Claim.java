package dev.perennial.ingest.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.Fact;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An id that is to be used for a content.
 *
 * @param key of tenant, source and id
 * @param content 22 characters for the digest's 128 bits
 */
public record Claim(String key, String content) {

  private static final String PREFIX = "ingest:id:";

  /** Longer keys are hashed: their memory is worth more than that a person can read them. */
  private static final int LONGEST_KEY = 80;

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /**
   * @param fact its digest holds all that makes two events of one id equal (ADR 0002); when and in
   *     which mode it came does not matter
   */
  public static Claim of(String tenantId, Fact fact) {
    return of(tenantId, fact.id(), fact.digest());
  }

  /**
   * @param digest in hex
   */
  static Claim of(String tenantId, EventId id, String digest) {
    return new Claim(key(tenantId, id), BASE64.encodeToString(HexFormat.of().parseHex(digest)));
  }

  /** The hash has no | as every composite key has: no key reads like another's hash. */
  private static String key(String tenantId, EventId id) {
    String ids = CompositeKey.of(tenantId, id.source(), id.id());
    return PREFIX + (ids.length() <= LONGEST_KEY ? ids : BASE64.encodeToString(sha256(ids)));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
