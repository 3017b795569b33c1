package dev.perennial.standalone.oracle;

import java.time.LocalDate;
import java.util.Map;

/**
 * Days in a row.
 *
 * @param from the first of them
 * @param until the first behind them
 */
record Period(LocalDate from, LocalDate until) {

  static Period ofDays(LocalDate from, int days) {
    return new Period(from, from.plusDays(days));
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }

  LocalDate lastDay() {
    return until.minusDays(1);
  }

  /** As an alert writes it. */
  Map<String, Object> written() {
    return Document.map("from", from.toString(), "until", until.toString());
  }
}
