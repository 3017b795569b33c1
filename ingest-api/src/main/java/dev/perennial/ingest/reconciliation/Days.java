package dev.perennial.ingest.reconciliation;

import dev.perennial.ingest.projection.Parameters;
import dev.perennial.starter.problem.ProblemException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which days can be reconciled: those of which all receipts are still kept, and today. */
final class Days {

  /** Receipts are kept for 30 times 24 hours, so the first of a day go on the thirtieth behind. */
  static final int BACK = 29;

  private static final Pattern FORMAT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private Days() {}

  /**
   * @throws ProblemException 400 parameter-invalid where it is no day, 422 day-out-of-range where
   *     it lies ahead or too far back
   */
  static LocalDate parse(@Nullable String text, Clock clock) {
    LocalDate day = parse(text);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (day.isAfter(today) || day.isBefore(today.minusDays(BACK))) {
      throw new ProblemException(
          422,
          "day-out-of-range",
          "Days are reconciled from 29 days back up to today, by UTC: receipts are kept 30 days.");
    }
    return day;
  }

  private static LocalDate parse(@Nullable String text) {
    if (text == null || !FORMAT.matcher(text).matches()) {
      throw malformed();
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException noSuchDay) {
      throw malformed();
    }
  }

  private static ProblemException malformed() {
    return Parameters.invalid("day is needed, such as 2026-11-27.");
  }
}
