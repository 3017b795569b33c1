package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Up to when everything is forgotten.
 *
 * @param at the moment itself is forgotten, too; {@link Instant#MIN} where nothing is
 */
record Floor(Instant at) {

  /** The highest that the deletions among these set. */
  static Floor of(List<Happening> happenings) {
    return new Floor(
        happenings.stream()
            .filter(Happening::isDeletion)
            .map(Happening::time)
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN));
  }

  boolean isNone() {
    return at.equals(Instant.MIN);
  }

  Floor or(Floor other) {
    return at.isBefore(other.at) ? other : this;
  }

  /** What is left to count: nothing that is forgotten, and no deletion. */
  List<Happening> above(List<Happening> happenings) {
    return happenings.stream()
        .filter(happening -> happening.time().isAfter(at) && !happening.isDeletion())
        .toList();
  }
}
