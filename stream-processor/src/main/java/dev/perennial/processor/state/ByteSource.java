package dev.perennial.processor.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.domain.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link ByteSink} has written. Nothing is allocated for a length that the bytes cannot
 * hold; what does not fit is a SerializationException.
 */
final class ByteSource {

  private static final int LONGEST_NUMBER = 63;

  private final ByteBuffer bytes;

  ByteSource(byte[] bytes, int from) {
    this.bytes = ByteBuffer.wrap(bytes, from, bytes.length - from);
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift <= LONGEST_NUMBER; shift += 7) {
      byte next = next();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new SerializationException("A number does not end");
  }

  long signed() {
    return unzigzag(number());
  }

  int small() {
    return Math.toIntExact(number());
  }

  BigInteger big() {
    long value = number();
    return (value & 1) == 0
        ? BigInteger.valueOf(unzigzag(value >>> 1))
        : new BigInteger(raw(value >>> 1));
  }

  byte[] bytes() {
    return raw(number());
  }

  String text() {
    long head = number();
    byte[] raw = raw(head >>> ByteSink.KIND_BITS);
    return switch ((int) head & 3) {
      case ByteSink.PLAIN -> new String(raw, UTF_8);
      case ByteSink.HEX -> HexFormat.of().formatHex(raw);
      case ByteSink.A_UUID -> uuid(raw);
      default -> throw new SerializationException("A text is of no known kind");
    };
  }

  private static String uuid(byte[] raw) {
    ByteBuffer halves = ByteBuffer.wrap(raw);
    return new UUID(halves.getLong(), halves.getLong()).toString();
  }

  LocalDate day(LocalDate since) {
    return since.plusDays(signed());
  }

  Instant instant(Instant since) {
    long head = number();
    long passed = unzigzag(head >>> ByteSink.UNIT_BITS);
    return switch ((int) head & 3) {
      case ByteSink.SECONDS -> since.plusSeconds(passed);
      case ByteSink.MILLIS -> since.plusMillis(passed);
      case ByteSink.NANOS -> since.plusSeconds(passed).plusNanos(number());
      default -> throw new SerializationException("A time is of no known unit");
    };
  }

  Money money() {
    Currency currency = Currency.getInstance(text());
    return new Money(new BigDecimal(big(), Money.scaleOf(currency)), currency);
  }

  @Nullable Instant optional(Instant since) {
    return number() == 0 ? null : instant(since);
  }

  /** How many entries follow; each takes a byte at least. */
  int size() {
    long size = number();
    if (size < 0 || size > bytes.remaining()) {
      throw new SerializationException("A list is longer than its bytes");
    }
    return (int) size;
  }

  <T> List<T> list(Supplier<T> entry) {
    List<T> list = new ArrayList<>();
    for (int left = size(); left > 0; left--) {
      list.add(entry.get());
    }
    return list;
  }

  void end() {
    if (bytes.hasRemaining()) {
      throw new SerializationException("Bytes follow the value");
    }
  }

  private byte next() {
    if (!bytes.hasRemaining()) {
      throw new SerializationException("The bytes end too soon");
    }
    return bytes.get();
  }

  private byte[] raw(long length) {
    if (length < 0 || length > bytes.remaining()) {
      throw new SerializationException("The bytes end too soon");
    }
    byte[] raw = new byte[(int) length];
    bytes.get(raw);
    return raw;
  }

  private static long unzigzag(long value) {
    return value >>> 1 ^ -(value & 1);
  }
}
