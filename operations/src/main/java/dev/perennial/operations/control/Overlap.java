package dev.perennial.operations.control;

import dev.perennial.operations.OperationException;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a secret goes on beside the one that takes its place.
 *
 * @param duration from zero to {@link #LONGEST}
 */
public record Overlap(Duration duration) {

  /** Two secrets at once are a state to leave again: a month is enough for any sender. */
  public static final Duration LONGEST = Duration.ofDays(30);

  public Overlap {
    if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
      throw new OperationException("An overlap is 0 to " + LONGEST.toDays() + " days");
    }
  }

  public Instant endsAt(Instant now) {
    return now.plus(duration);
  }
}
