package dev.perennial.domain.period;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * Days that belong together.
 *
 * @param until first day behind them
 */
public record Period(LocalDate from, LocalDate until) {

  public Period {
    requireNonNull(from, "from");
    requireNonNull(until, "until");
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("A period from " + from + " does not end on " + until);
    }
  }

  public boolean covers(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }

  public LocalDate lastDay() {
    return until.minusDays(1);
  }
}
