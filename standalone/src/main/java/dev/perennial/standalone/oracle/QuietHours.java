package dev.perennial.standalone.oracle;

import java.time.LocalTime;
import java.util.Map;

/**
 * When a subscriber is told nothing, by the clock on its wall.
 *
 * @param from the first moment of them
 * @param to the first behind them; the next day's where it is not later than {@code from}
 */
record QuietHours(LocalTime from, LocalTime to) {

  static QuietHours of(Map<String, Object> said) {
    return new QuietHours(
        LocalTime.parse(Json.text(said, "from")), LocalTime.parse(Json.text(said, "to")));
  }

  boolean cover(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean notOver = time.isBefore(to);
    return from.isBefore(to) ? begun && notOver : begun || notOver;
  }

  /** When alerts fire that would fire within them: at their end, on the same day. */
  LocalTime instead(LocalTime alertTime) {
    return cover(alertTime) ? to : alertTime;
  }
}
