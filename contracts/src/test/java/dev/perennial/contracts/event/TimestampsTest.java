package dev.perennial.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

  private static final String FORMAT =
      "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})";

  private static final int TEXTS = 200_000;
  private static final String CHARACTERS = "0123456789-+:.TZtz ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-28T12:00:00Z",
        "2026-11-28T12:00:00.1Z",
        "2026-11-28T12:00:00.123456789+05:30",
        "2024-02-29T23:59:59-18:00",
        "0000-01-01T00:00:00-00:00"
      })
  void shouldReadWhatThePlatformReads(String text) {
    assertThat(Timestamps.hasFormat(text)).isTrue();
    assertThat(Timestamps.instant(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-11-28",
        "2026-11-28T12:00Z",
        "2026-11-28T12:00:00",
        "2026-11-28T12:00:00.Z",
        "2026-11-28T12:00:00.1234567890Z",
        "2026-11-28T12:00:00.12345",
        "2026-11-28T12:00:00z",
        "2026-11-28t12:00:00Z",
        "2026-11-28 12:00:00Z",
        "2026-11-28T12:00:00+0530",
        "2026-11-28T12:00:00+05:30:00",
        "2026-11-28T12:00:00Z ",
        "+026-11-28T12:00:00Z",
        "２026-11-28T12:00:00Z"
      })
  void shouldKnowWhatHasAnotherFormat(String text) {
    assertThat(Timestamps.hasFormat(text)).isFalse();
  }

  /** Each is a timestamp in which some characters are others, so that all rules are met. */
  @Test
  void shouldAgreeWithThePlatformOnRandomTexts() {
    Pattern format = Pattern.compile(FORMAT);
    Random random = new Random(20261128);
    int read = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = text(random);
      boolean expected = format.matcher(text).matches();
      assertThat(Timestamps.hasFormat(text)).as(text).isEqualTo(expected);
      if (expected) {
        Optional<Instant> instant = read(text, Timestamps::instant);
        assertThat(instant).as(text).isEqualTo(read(text, TimestampsTest::byThePlatform));
        read += instant.isPresent() ? 1 : 0;
      }
    }
    assertThat(read).isBetween(TEXTS / 10, TEXTS * 9 / 10);
  }

  private static Instant byThePlatform(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static Optional<Instant> read(String text, Function<String, Instant> reader) {
    try {
      return Optional.of(reader.apply(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static String text(Random random) {
    OffsetDateTime time =
        LocalDateTime.ofEpochSecond(random.nextLong(7_000_000_000L), nanos(random), ZoneOffset.UTC)
            .atOffset(ZoneOffset.ofTotalSeconds(60 * random.nextInt(-1_080, 1_081)));
    StringBuilder text = new StringBuilder(time.toString());
    for (int changes = random.nextInt(4); changes > 0; changes--) {
      int at = random.nextInt(text.length());
      text.setCharAt(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return text.toString();
  }

  private static int nanos(Random random) {
    return random.nextBoolean() ? 0 : random.nextInt(1_000_000_000);
  }
}
