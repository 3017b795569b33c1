package dev.perennial.standalone.oracle;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That somebody cancelled.
 *
 * @param day the local day on which it was said
 * @param effectiveOn null where none was named
 */
record Cancellation(LocalDate day, @Nullable LocalDate effectiveOn, boolean atPeriodEnd) {

  static Cancellation of(Happening happening, LocalDate day) {
    return new Cancellation(
        day,
        happening.date("effectiveOn"),
        Boolean.TRUE.equals(happening.data().get("atPeriodEnd")));
  }

  /** First day on which nothing is due any more, under all that is agreed in the end. */
  LocalDate end(DueDates dueDates, @Nullable Notice notice) {
    if (!atPeriodEnd) {
      return Objects.requireNonNullElse(effectiveOn, day);
    }
    return dueDates
        .from(day.plusDays(1))
        .filter(due -> notice == null || !notice.lastDayToCancel(due).isBefore(day))
        .findFirst()
        .orElse(day);
  }
}
