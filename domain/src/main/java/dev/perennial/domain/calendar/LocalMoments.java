package dev.perennial.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Where local dates become instants. A local time inside a gap moves forward by the gap's length,
 * one inside an overlap is the earlier (RFC 5545 section 3.3.5, and java.time's own rule).
 */
public final class LocalMoments {

  private LocalMoments() {}

  public static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
    return ZonedDateTime.of(day, time, zone).withEarlierOffsetAtOverlap().toInstant();
  }

  /** The first moment of a local day, which is not midnight where the clocks jump at midnight. */
  public static Instant startOf(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  public static LocalDate dayOf(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toLocalDate();
  }
}
