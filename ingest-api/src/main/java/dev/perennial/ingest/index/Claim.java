package dev.perennial.ingest.index;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.Fact;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** An id that is to be used for a content. */
public final class Claim {

  /** Of a key's hash, and of a content's digest: 128 bits, so that no two are ever alike. */
  static final int HASH_BYTES = 16;

  private static final String PREFIX = "ingest:id:";

  /** Keys are text, unlike what stands there: who looks after Redis types them. */
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final byte[] key;
  private final byte[] content;
  private final long madeAt = System.nanoTime();

  private Claim(byte[] key, byte[] content) {
    this.key = key;
    this.content = content;
  }

  /**
   * @param fact its digest holds all that makes two events of one id equal (ADR 0002); when and in
   *     which mode it came does not matter
   */
  public static Claim of(String tenantId, Fact fact) {
    return of(tenantId, fact.id(), fact.digest());
  }

  /**
   * @param digest 32 characters of hex
   */
  static Claim of(String tenantId, EventId id, String digest) {
    byte[] content = HexFormat.of().parseHex(digest);
    if (content.length != HASH_BYTES) {
      throw new IllegalArgumentException("A digest has 32 characters, not " + digest.length());
    }
    byte[] ids = CompositeKey.of(tenantId, id.source(), id.id()).getBytes(UTF_8);
    byte[] hash = Arrays.copyOf(sha256(ids), HASH_BYTES);
    return new Claim((PREFIX + BASE64.encodeToString(hash)).getBytes(US_ASCII), content);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  /** Of tenant, source and id; not to be changed. */
  byte[] key() {
    return key;
  }

  /** The content's digest, {@link #HASH_BYTES}; not to be changed. */
  byte[] content() {
    return content;
  }

  /** By {@link System#nanoTime}. */
  long madeAt() {
    return madeAt;
  }
}
