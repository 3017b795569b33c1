package dev.perennial.processor.state;

import dev.perennial.domain.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Values of every shape, from a seed. */
abstract class RandomValues {

  final Random random;

  RandomValues(long seed) {
    random = new Random(seed);
  }

  final Money amount() {
    return Money.of(Integer.toString(random.nextInt(1, 100_000)), of("EUR", "USD", "JPY", "KWD"));
  }

  final Currency currency() {
    return Currency.getInstance(of("EUR", "USD", "JPY", "KWD"));
  }

  final LocalDate dataDay() {
    return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4_000));
  }

  final LocalDate day() {
    return LocalDate.ofEpochDay(random.nextInt(-1_000_000, 1_000_000));
  }

  final Instant instant() {
    Instant whole =
        Instant.ofEpochSecond(random.nextLong(-1L << 40, 1L << 40) >> random.nextInt(40));
    return switch (random.nextInt(3)) {
      case 0 -> whole;
      case 1 -> whole.plusMillis(random.nextInt(1_000));
      default -> whole.plusNanos(random.nextInt(1_000_000_000));
    };
  }

  final String text() {
    return switch (random.nextInt(5)) {
      case 0 -> new UUID(random.nextLong(), random.nextLong()).toString();
      case 1 -> hex(random.nextInt(1, 12));
      case 2 -> "Ünï|%\uD83D\uDE00" + random.nextInt();
      default -> "evt-" + random.nextInt(1_000);
    };
  }

  final String hex(int bytes) {
    byte[] raw = new byte[bytes];
    random.nextBytes(raw);
    return HexFormat.of().formatHex(raw);
  }

  final <T> List<T> list(Supplier<T> entry) {
    int size = random.nextInt(20) == 0 ? random.nextInt(200) : random.nextInt(6);
    List<T> list = new ArrayList<>();
    while (list.size() < size) {
      list.add(entry.get());
    }
    return list;
  }

  final <T> @Nullable T sometimes(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
