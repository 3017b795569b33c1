package dev.perennial.contracts.control;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.zip.CRC32;

/** CRC-32 of a key's text as six digits of base 62 (0-9, A-Z, a-z), the highest first. */
final class KeyChecksum {

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  /** In characters. */
  static final int LENGTH = 6;

  private KeyChecksum() {}

  static String of(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(US_ASCII));
    char[] digits = new char[LENGTH];
    long rest = crc.getValue();
    for (int place = LENGTH - 1; place >= 0; place--) {
      digits[place] = DIGITS.charAt((int) (rest % DIGITS.length()));
      rest /= DIGITS.length();
    }
    return new String(digits);
  }
}
