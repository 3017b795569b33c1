package dev.perennial.ingest.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.event.EventId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An id that is to be used for a content.
 *
 * @param digest of the content, in hex: {@link dev.perennial.domain.event.Fact#digest}, which holds
 *     all that makes two events of one id equal (ADR 0002)
 */
public record Claim(String tenantId, EventId id, String digest) {

  private static final String PREFIX = "ingest:id:";

  /** Longer keys are hashed: their memory is worth more than that a person can read them. */
  private static final int LONGEST_KEY = 80;

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** The hash has no | as every composite key has: no key reads like another's hash. */
  String key() {
    String ids = CompositeKey.of(tenantId, id.source(), id.id());
    return PREFIX + (ids.length() <= LONGEST_KEY ? ids : BASE64.encodeToString(sha256(ids)));
  }

  /** 22 characters for 128 bits. */
  String content() {
    return BASE64.encodeToString(HexFormat.of().parseHex(digest));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
