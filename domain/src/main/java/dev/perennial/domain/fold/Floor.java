package dev.perennial.domain.fold;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Up to when everything is forgotten; what is later begins a new life. The highest floor counts, so
 * the order in which erasures arrive does not matter.
 *
 * @param at facts of this very moment are forgotten too
 */
public record Floor(Instant at) implements Comparable<Floor> {

  private static final Floor NONE = new Floor(Instant.MIN);

  public Floor {
    requireNonNull(at, "at");
  }

  /** Nothing was erased. */
  public static Floor none() {
    return NONE;
  }

  public boolean isNone() {
    return equals(NONE);
  }

  /** Whether what happened at a moment is forgotten. */
  public boolean covers(Instant time) {
    return !isNone() && !time.isAfter(at);
  }

  /** The higher of the two. */
  public Floor and(Floor other) {
    return compareTo(other) >= 0 ? this : other;
  }

  @Override
  public int compareTo(Floor other) {
    return at.compareTo(other.at);
  }
}
