package dev.perennial.contracts.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bson.types.Binary;

/**
 * Signing secrets at rest: AES-256-GCM with a fresh 96-bit nonce in front of each ciphertext (NIST
 * SP 800-38D). The hook's id is authenticated with it, so that a secret copied to another hook's
 * document is refused there. Keys have versions: the first that is given seals, all of them open,
 * so a new one can be put in front of the old.
 */
public final class HookKeys {

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String TRANSFORMATION = "AES/GCM/NoPadding";
  private static final Pattern VERSIONED = Pattern.compile("(?:(\\d{1,4}):)?([^:]*)");

  private final Map<Integer, SecretKey> keys;

  private HookKeys(Map<Integer, SecretKey> keys) {
    this.keys = keys;
  }

  /** A secret was sealed with a key that is not there, or for another hook. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
      super(why);
    }
  }

  /**
   * @param text {@code <base64 of 32 bytes>}, which is version 1, or several of {@code
   *     <version>:<base64>} by comma, the one that seals first
   * @throws IllegalArgumentException where it is none; nothing of the text is repeated
   */
  public static HookKeys parse(String text) {
    Map<Integer, SecretKey> keys = new LinkedHashMap<>();
    for (String part : text.split(",", -1)) {
      Matcher matcher = VERSIONED.matcher(part.strip());
      if (!matcher.matches()) {
        throw malformed();
      }
      int version = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
      if (keys.put(version, new SecretKeySpec(decode(matcher.group(2)), "AES")) != null) {
        throw malformed();
      }
    }
    return new HookKeys(keys);
  }

  private static byte[] decode(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (bytes.length == KEY_BYTES) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      // Told below, without the text.
    }
    throw malformed();
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        "A hook key is 32 bytes in base64, or several of them as version:base64 by comma");
  }

  public HookSecret seal(String secret, String hookId, SecureRandom random, Instant now) {
    var newest = keys.entrySet().iterator().next();
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] ciphertext =
          cipher(Cipher.ENCRYPT_MODE, newest.getValue(), nonce, hookId)
              .doFinal(secret.getBytes(UTF_8));
      byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + ciphertext.length);
      System.arraycopy(ciphertext, 0, sealed, NONCE_BYTES, ciphertext.length);
      return new HookSecret(newest.getKey(), new Binary(sealed), now, null);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("AES-GCM failed to encrypt", impossible);
    }
  }

  /**
   * @throws Unreadable if its key is not among these, or it was sealed for another hook
   */
  public String open(HookSecret secret, String hookId) {
    SecretKey key = keys.get(secret.keyVersion());
    if (key == null) {
      throw new Unreadable("There is no hook key of version " + secret.keyVersion());
    }
    byte[] sealed = secret.sealed().getData();
    try {
      byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, key, nonce, hookId)
              .doFinal(sealed, NONCE_BYTES, Math.max(0, sealed.length - NONCE_BYTES));
      return new String(plain, UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException tampered) {
      throw new Unreadable(
          "A signing secret was sealed with another key of version " + secret.keyVersion());
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String hookId)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(hookId.getBytes(UTF_8));
    return cipher;
  }
}
