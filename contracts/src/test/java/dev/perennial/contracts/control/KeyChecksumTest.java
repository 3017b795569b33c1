package dev.perennial.contracts.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class KeyChecksumTest {

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int TEXTS = 2_000;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  @Test
  void shouldBeTheCrcInSixDigitsOfBase62() {
    for (int each = 0; each < TEXTS; each++) {
      String text = text();
      CRC32 crc = new CRC32();
      crc.update(text.getBytes(US_ASCII));
      assertThat(KeyChecksum.of(text)).as("seed %d: %s", seed, text).matches("[0-9A-Za-z]{6}");
      assertThat(decoded(KeyChecksum.of(text)))
          .as("seed %d: %s", seed, text)
          .isEqualTo(crc.getValue());
    }
  }

  /** A CRC of 32 bits tells every change within 32 successive bits: typing errors, swaps. */
  @Test
  void shouldTellEveryChangeOfUpToFourCharactersInARow() {
    for (int each = 0; each < TEXTS; each++) {
      String text = text();
      StringBuilder changed = new StringBuilder(text);
      int start = random.nextInt(text.length());
      int end = Math.min(text.length(), start + 1 + random.nextInt(4));
      for (int place = start; place < end; place++) {
        changed.setCharAt(place, other(text.charAt(place)));
      }
      assertThat(KeyChecksum.of(changed.toString()))
          .as("seed %d: %s and %s", seed, text, changed)
          .isNotEqualTo(KeyChecksum.of(text));
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder("pk_");
    int length = 1 + random.nextInt(60);
    while (text.length() < length) {
      text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return text.toString();
  }

  private char other(char not) {
    char other;
    do {
      other = DIGITS.charAt(random.nextInt(DIGITS.length()));
    } while (other == not);
    return other;
  }

  private static long decoded(String digits) {
    return digits.chars().mapToLong(DIGITS::indexOf).reduce(0, (sum, digit) -> 62 * sum + digit);
  }
}
