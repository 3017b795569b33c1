package dev.perennial.processor.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.domain.Money;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes values one behind the other, each as short as it can be; {@link ByteSource} reads them.
 */
final class ByteSink {

  /** Kinds of text, in the low bits of its length. */
  static final int PLAIN = 0;

  static final int HEX = 1;
  static final int A_UUID = 2;
  static final int KIND_BITS = 2;

  /** Units of a duration, in the low bits of its number. */
  static final int SECONDS = 0;

  static final int MILLIS = 1;
  static final int NANOS = 2;
  static final int UNIT_BITS = 2;

  private static final int NANOS_OF_A_MILLI = 1_000_000;
  private static final long MOST_SECONDS_IN_MILLIS = 1L << 48;
  private static final int SHORTEST_HEX = 8;
  private static final int LONGEST_IN_ONE = 61;
  private static final int UUID_LENGTH = 36;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  static byte[] joined(byte first, byte[] rest) {
    byte[] joined = new byte[rest.length + 1];
    joined[0] = first;
    System.arraycopy(rest, 0, joined, 1, rest.length);
    return joined;
  }

  /** Seven bits a byte, the lowest first; as if unsigned. */
  void number(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
  }

  /** Small also where it is negative. */
  void signed(long value) {
    number(zigzag(value));
  }

  void big(BigInteger value) {
    if (value.bitLength() < LONGEST_IN_ONE) {
      number(zigzag(value.longValueExact()) << 1);
    } else {
      byte[] raw = value.toByteArray();
      number((long) raw.length << 1 | 1);
      bytes.writeBytes(raw);
    }
  }

  void bytes(byte[] value) {
    number(value.length);
    bytes.writeBytes(value);
  }

  /** Half as long where it is hex, more so where it is a UUID; upper case is plain text. */
  void text(String value) {
    if (isHex(value)) {
      kept(HEX, HexFormat.of().parseHex(value));
    } else if (isUuid(value)) {
      kept(A_UUID, HexFormat.of().parseHex(value.replace("-", "")));
    } else {
      kept(PLAIN, value.getBytes(UTF_8));
    }
  }

  private void kept(int kind, byte[] value) {
    number((long) value.length << KIND_BITS | kind);
    bytes.writeBytes(value);
  }

  void day(LocalDate day, LocalDate since) {
    signed(day.toEpochDay() - since.toEpochDay());
  }

  void instant(Instant instant, Instant since) {
    Duration passed = Duration.between(since, instant);
    long seconds = passed.getSeconds();
    int nanos = passed.getNano();
    if (nanos == 0) {
      number(zigzag(seconds) << UNIT_BITS | SECONDS);
    } else if (nanos % NANOS_OF_A_MILLI == 0 && Math.abs(seconds) < MOST_SECONDS_IN_MILLIS) {
      number(zigzag(passed.toMillis()) << UNIT_BITS | MILLIS);
    } else {
      number(zigzag(seconds) << UNIT_BITS | NANOS);
      number(nanos);
    }
  }

  /** The currency says how many fraction digits there are. */
  void money(Money amount) {
    text(amount.currency().getCurrencyCode());
    big(amount.value().unscaledValue());
  }

  void optional(@Nullable Instant instant, Instant since) {
    number(instant == null ? 0 : 1);
    if (instant != null) {
      instant(instant, since);
    }
  }

  private static long zigzag(long value) {
    return value << 1 ^ value >> 63;
  }

  private static boolean isHex(String text) {
    return text.length() >= SHORTEST_HEX
        && text.length() % 2 == 0
        && text.chars().allMatch(ByteSink::isLowerHex);
  }

  private static boolean isUuid(String text) {
    if (text.length() != UUID_LENGTH || text.charAt(8) != '-') {
      return false;
    }
    try {
      return UUID.fromString(text).toString().equals(text);
    } catch (IllegalArgumentException other) {
      return false;
    }
  }

  private static boolean isLowerHex(int character) {
    return character >= '0' && character <= '9' || character >= 'a' && character <= 'f';
  }
}
