package dev.perennial.contracts.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Random secrets and their hashes. A plain SHA-256 is enough where a secret has 256 random bits:
 * there is nothing to guess, so nothing to slow down.
 */
final class Secrets {

  /** Of a secret's text, in characters. */
  static final int LENGTH = 43;

  private static final int SECRET_BYTES = 32;

  private Secrets() {}

  /** 43 characters of base64url. */
  static String generate(SecureRandom random) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  /** In a time that does not tell how much of the hash was right. */
  static boolean matches(String secret, String storedHash) {
    return MessageDigest.isEqual(hash(secret).getBytes(US_ASCII), storedHash.getBytes(US_ASCII));
  }
}
