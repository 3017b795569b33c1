package dev.perennial.domain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * The time of day in which nobody is told anything.
 *
 * @param to first time behind it; the next day's where it is not later than {@code from}
 */
public record QuietHours(LocalTime from, LocalTime to) {

  public QuietHours {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    if (from.equals(to)) {
      throw new IllegalArgumentException("Quiet hours end at another time than they begin");
    }
  }

  public boolean cover(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean notOver = time.isBefore(to);
    return spansMidnight() ? begun || notOver : begun && notOver;
  }

  public boolean spansMidnight() {
    return to.isBefore(from);
  }

  /**
   * The moment itself where it is not quiet, else the first one behind it at which a clock on the
   * wall of the zone is not in these hours, whatever that clock jumps in between.
   */
  public Instant firstBehind(Instant moment, ZoneId zone) {
    Instant quiet = moment;
    while (cover(quiet.atZone(zone).toLocalTime())) {
      Instant end = quiet.plus(untilEnd(quiet.atZone(zone).toLocalTime()));
      ZoneOffsetTransition jump = zone.getRules().nextTransition(quiet);
      quiet = jump == null || jump.getInstant().isAfter(end) ? end : jump.getInstant();
    }
    return quiet;
  }

  private Duration untilEnd(LocalTime time) {
    Duration left = Duration.between(time, to);
    return left.isNegative() ? left.plusDays(1) : left;
  }
}
