package dev.perennial.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalTime;

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
}
