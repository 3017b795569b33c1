package dev.perennial.ingest.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header {@code Stripe-Signature: t=<seconds>,v1=<hex>,...} (docs.stripe.com/webhooks, verify
 * manually): HMAC-SHA256 over the time, a dot and the raw body, one {@code v1} for each secret that
 * holds at Stripe. Other schemes are passed over.
 *
 * @param time as it is written, which is what was signed
 * @param digests of the scheme v1
 */
record Signature(String time, List<byte[]> digests) {

  private static final int LONGEST_HEADER = 2_048;
  private static final int DIGEST_CHARACTERS = 64;
  private static final String ALGORITHM = "HmacSHA256";

  /** The signature in a header; empty if it has none of a kind that is known. */
  static Optional<Signature> parse(String header) {
    if (header.length() > LONGEST_HEADER) {
      return Optional.empty();
    }
    List<String> times = new ArrayList<>();
    List<byte[]> digests = new ArrayList<>();
    for (String part : header.split(",", -1)) {
      String pair = part.strip();
      if (pair.startsWith("t=")) {
        times.add(pair.substring(2));
      } else if (pair.startsWith("v1=")) {
        digest(pair.substring(3)).ifPresent(digests::add);
      }
    }
    boolean whole =
        times.size() == 1 && times.getFirst().matches("\\d{1,12}") && !digests.isEmpty();
    return whole ? Optional.of(new Signature(times.getFirst(), digests)) : Optional.empty();
  }

  private static Optional<byte[]> digest(String hex) {
    try {
      return hex.length() == DIGEST_CHARACTERS
          ? Optional.of(HexFormat.of().parseHex(hex))
          : Optional.empty();
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }

  /**
   * Whether one of the secrets signed this body at about that moment. Every secret is tried with
   * every digest: the time it takes tells nothing.
   */
  boolean isOf(byte[] body, List<String> secrets, Instant now, Duration tolerance) {
    boolean signed = false;
    for (String secret : secrets) {
      byte[] expected = hmac(body, secret);
      for (byte[] digest : digests) {
        signed |= MessageDigest.isEqual(expected, digest);
      }
    }
    return signed & isTimely(now, tolerance);
  }

  private boolean isTimely(Instant now, Duration tolerance) {
    try {
      Instant signedAt = Instant.ofEpochSecond(Long.parseLong(time));
      return Duration.between(signedAt, now).abs().compareTo(tolerance) <= 0;
    } catch (DateTimeException outside) {
      return false;
    }
  }

  private byte[] hmac(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
      mac.update(time.getBytes(UTF_8));
      mac.update((byte) '.');
      return mac.doFinal(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA256", impossible);
    }
  }
}
