package dev.perennial.domain.forecast;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * What holds from a day on.
 *
 * @param from its first day
 */
public record Dated<T>(LocalDate from, T value) {

  public Dated {
    requireNonNull(from, "from");
    requireNonNull(value, "value");
  }

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(from);
  }
}
