package dev.perennial.ingest.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A digest of a set of events' ids that does not depend on their order, so that nobody has to sort
 * or keep them: the sum of SHA-256(source, line feed, id) over the ids, modulo 2^256. No source and
 * no id has a line feed, so no two pairs are hashed alike. It finds what is missing or too much; it
 * is no protection against somebody who chooses ids to deceive.
 */
final class IdDigest {

  private static final int HEX_DIGITS = 64;
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

  private final MessageDigest sha = sha256();
  private BigInteger sum = BigInteger.ZERO;

  /**
   * @param id that was not added before
   */
  void add(String source, String id) {
    byte[] hash = sha.digest((source + "\n" + id).getBytes(UTF_8));
    sum = sum.add(new BigInteger(1, hash));
  }

  /** 64 digits, lower case; of no ids, zeros. */
  String hex() {
    return padded(sum.mod(MODULUS).toString(16));
  }

  private static String padded(String digits) {
    return "0".repeat(HEX_DIGITS - digits.length()) + digits;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
