package dev.perennial.processor.topology;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret under which it is remembered who and what was erased. Ids are guessable, so a plain
 * hash of them would name them still.
 */
public final class ErasureKey {

  static final String ALGORITHM = "HmacSHA256";

  private static final int LEAST_BYTES = 32;

  private final SecretKey key;

  private ErasureKey(SecretKey key) {
    this.key = key;
  }

  /**
   * @param base64 at least 32 bytes
   * @throws IllegalArgumentException naming the property, never the key
   */
  public static ErasureKey of(String base64) {
    return new ErasureKey(new SecretKeySpec(decode(base64), ALGORITHM));
  }

  private static byte[] decode(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (bytes.length >= LEAST_BYTES) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      // Told below, without the text.
    }
    throw new IllegalArgumentException(
        "perennial.processor.erasure-key: at least 32 bytes in base64");
  }

  /** Not thread-safe: one for each task. */
  Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (InvalidKeyException wrong) {
      throw new IllegalStateException("The erasure key is no key of its algorithm", wrong);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA256", impossible);
    }
  }
}
