package dev.perennial.ingest.preview;

import dev.perennial.domain.preview.Preview;
import dev.perennial.ingest.projection.Parameters;
import dev.perennial.starter.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a preview looks at.
 *
 * @param at the moment at which the platform would begin to tick
 * @param days how far ahead
 */
record Span(Instant at, int days) {

  private static final int MONTHS = 13;

  /** Some ten years: rules can be tried in other years, and nothing has to count to the stars. */
  private static final Duration FARTHEST = Duration.ofDays(3_653);

  /**
   * @param at now, if null
   * @param days thirteen months, if null
   * @throws ProblemException 400 parameter-invalid
   */
  static Span of(@Nullable String at, @Nullable String days, Instant now) {
    Instant from = at == null ? now : instant(at, now);
    return new Span(from, days == null ? thirteenMonths(from) : number(days));
  }

  Instant until() {
    return at.plus(days, ChronoUnit.DAYS);
  }

  private static int thirteenMonths(Instant from) {
    LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
    return (int) ChronoUnit.DAYS.between(day, day.plusMonths(MONTHS));
  }

  private static Instant instant(String text, Instant now) {
    try {
      Instant at = Instant.parse(text);
      if (Duration.between(now, at).abs().compareTo(FARTHEST) <= 0) {
        return at;
      }
    } catch (DateTimeException | ArithmeticException malformed) {
      // Answered below, like one that is too far away.
    }
    throw Parameters.invalid(
        "at is a moment of the ten years before or behind us, such as 2026-11-24T00:00:00Z.");
  }

  private static int number(String text) {
    try {
      int days = Integer.parseInt(text);
      if (days >= 1 && days <= Preview.MAX_DAYS) {
        return days;
      }
    } catch (NumberFormatException malformed) {
      // Answered below, like one out of range.
    }
    throw Parameters.invalid("days is 1 to " + Preview.MAX_DAYS + ".");
  }
}
