package dev.perennial.contracts.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Timestamps of RFC 3339, with the zone and the seconds that java.time would let go. They are read
 * by their places: the platform's formatter takes several times as long, and there is one in every
 * event.
 */
final class Timestamps {

  /** A 0 stands for any digit. */
  private static final String SECONDS = "0000-00-00T00:00:00";

  private static final String OFFSET = "00:00";
  private static final int NANO_DIGITS = 9;
  private static final int DECIMAL = 10;

  private Timestamps() {}

  /** Whether the text has the format; its date, time or offset may still be none that there is. */
  static boolean hasFormat(String text) {
    int length = text.length();
    if (length <= SECONDS.length() || !looksLike(SECONDS, text, 0)) {
      return false;
    }
    int zone = zoneFrom(text);
    int fraction = zone - SECONDS.length();
    boolean fractional = fraction >= 2 && fraction <= NANO_DIGITS + 1;
    return (fraction == 0 || fractional) && isZone(text, zone);
  }

  private static boolean looksLike(String pattern, String text, int from) {
    for (int at = 0; at < pattern.length(); at++) {
      char due = pattern.charAt(at);
      char is = text.charAt(from + at);
      if (due == '0' ? !isDigit(is) : due != is) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  /** Behind the seconds and their fraction. */
  private static int zoneFrom(String text) {
    int at = SECONDS.length();
    if (text.charAt(at) == '.') {
      do {
        at++;
      } while (at < text.length() && isDigit(text.charAt(at)));
    }
    return at;
  }

  private static boolean isZone(String text, int from) {
    int length = text.length() - from;
    if (length == 1) {
      return text.charAt(from) == 'Z';
    }
    return length == OFFSET.length() + 1
        && (text.charAt(from) == '+' || text.charAt(from) == '-')
        && looksLike(OFFSET, text, from + 1);
  }

  /**
   * @param text that {@link #hasFormat has the format}
   * @throws DateTimeException if there is no such date, time or offset
   */
  static Instant instant(String text) {
    int zone = zoneFrom(text);
    return LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            nanos(text, zone))
        .toInstant(offset(text, zone));
  }

  private static int nanos(String text, int to) {
    int from = SECONDS.length() + 1;
    if (to < from) {
      return 0;
    }
    int nanos = number(text, from, to);
    for (int digits = to - from; digits < NANO_DIGITS; digits++) {
      nanos *= DECIMAL;
    }
    return nanos;
  }

  private static ZoneOffset offset(String text, int from) {
    if (text.charAt(from) == 'Z') {
      return ZoneOffset.UTC;
    }
    int sign = text.charAt(from) == '-' ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(
        sign * number(text, from + 1, from + 3), sign * number(text, from + 4, from + 6));
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, DECIMAL);
  }
}
