package dev.perennial.standalone.oracle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a subscriber's periods begin: on a day of the month, or every so many weeks.
 *
 * @param dayOfMonth 1 to 28; of no meaning where they go by weeks
 * @param weeks 0 where they go by months
 * @param from a day on which one of those begins that go by weeks
 */
record Periods(int dayOfMonth, int weeks, @Nullable LocalDate from) {

  /** What holds where nothing is said. */
  static final Periods CALENDAR_MONTHS = new Periods(1, 0, null);

  static Periods of(Map<String, Object> said) {
    return said.containsKey("dayOfMonth")
        ? new Periods(Json.whole(Json.member(said, "dayOfMonth")), 0, null)
        : new Periods(
            1, Json.whole(Json.member(said, "weeks")), LocalDate.parse(Json.text(said, "from")));
  }

  /** Whether a period's first day is that day. */
  boolean beginOn(LocalDate day) {
    if (from == null) {
      return day.getDayOfMonth() == dayOfMonth;
    }
    return Math.floorMod(ChronoUnit.DAYS.between(from, day), 7 * weeks) == 0;
  }

  /** The one that holds a day: goes back to its first day, and on to the first behind it. */
  Period of(LocalDate day) {
    LocalDate first = day;
    while (!beginOn(first)) {
      first = first.minusDays(1);
    }
    LocalDate next = day.plusDays(1);
    while (!beginOn(next)) {
      next = next.plusDays(1);
    }
    return new Period(first, next);
  }

  /** As a document writes it. */
  Map<String, Object> document() {
    return from == null
        ? Document.map("dayOfMonth", dayOfMonth)
        : Document.map("weeks", weeks, "from", from);
  }
}
