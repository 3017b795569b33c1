package dev.perennial.ingest.imports;

import dev.perennial.domain.BillingPeriod;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times of events where a file has days only. A day stands for its noon in UTC, which is the same
 * day in every zone from 12 hours behind UTC to 11 hours ahead.
 */
public final class Moments {

  private static final String NOON = "T12:00:00Z";
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** As events have it: OffsetDateTime would do without seconds. */
  private static final Pattern TIME =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

  private Moments() {}

  /** The noon of a day; any other text as it is. */
  public static String of(String text) {
    return DATE.matcher(text).matches() ? text + NOON : text;
  }

  /** Whether a text is a day or a time with its zone. */
  public static boolean isMoment(String text) {
    try {
      String time = of(text);
      OffsetDateTime.parse(time);
      return TIME.matcher(time).matches();
    } catch (DateTimeException other) {
      return false;
    }
  }

  public static String noon(LocalDate day) {
    return day + NOON;
  }

  public static Optional<LocalDate> day(String text) {
    try {
      return DATE.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  /**
   * The noon of the day one period before a charge: the latest day on which a subscription that
   * makes it can have been in force already. It hangs on the file alone, so that the same file says
   * the same thing on any day.
   */
  public static String onePeriodBefore(LocalDate charge, BillingPeriod period) {
    int every = period.every();
    LocalDate day =
        switch (period.unit()) {
          case DAY -> charge.minusDays(every);
          case WEEK -> charge.minusWeeks(every);
          case MONTH -> charge.minusMonths(every);
          case YEAR -> charge.minusYears(every);
        };
    return noon(day);
  }
}
