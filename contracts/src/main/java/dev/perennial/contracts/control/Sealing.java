package dev.perennial.contracts.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Texts at rest: AES-256-GCM with a fresh 96-bit nonce in front of each ciphertext (NIST SP
 * 800-38D). What a text belongs to is authenticated with it, so that one copied to another document
 * is refused there.
 */
public final class Sealing {

  /** Of a key. */
  public static final int KEY_BYTES = 32;

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String TRANSFORMATION = "AES/GCM/NoPadding";

  private final SecretKey key;

  /**
   * @param key {@link #KEY_BYTES} bytes
   */
  public Sealing(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("A key has " + KEY_BYTES + " bytes");
    }
    this.key = new SecretKeySpec(key, "AES");
  }

  /** The key in the text; empty where it is not {@link #KEY_BYTES} bytes in base64. */
  public static Optional<byte[]> key(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64))
          .filter(bytes -> bytes.length == KEY_BYTES);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  public byte[] seal(String text, String belongsTo, SecureRandom random) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] ciphertext =
          cipher(Cipher.ENCRYPT_MODE, nonce, belongsTo).doFinal(text.getBytes(UTF_8));
      byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + ciphertext.length);
      System.arraycopy(ciphertext, 0, sealed, NONCE_BYTES, ciphertext.length);
      return sealed;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM failed to encrypt", impossible);
    }
  }

  /**
   * @throws GeneralSecurityException if it was sealed with another key, or belongs elsewhere
   */
  public String open(byte[] sealed, String belongsTo) throws GeneralSecurityException {
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    byte[] plain =
        cipher(Cipher.DECRYPT_MODE, nonce, belongsTo)
            .doFinal(
                sealed,
                Math.min(NONCE_BYTES, sealed.length),
                Math.max(0, sealed.length - NONCE_BYTES));
    return new String(plain, UTF_8);
  }

  private Cipher cipher(int mode, byte[] nonce, String belongsTo) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(belongsTo.getBytes(UTF_8));
    return cipher;
  }
}
