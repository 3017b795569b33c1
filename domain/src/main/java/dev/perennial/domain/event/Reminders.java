package dev.perennial.domain.event;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a subscription's renewals are told of. What it does not say is as if it had no reminders of
 * its own.
 *
 * @param leads in days, largest first, that override the subscriber's own
 */
public record Reminders(@Nullable List<Integer> leads, @Nullable Repeat repeat) {

  /**
   * More leads, counted back from the largest.
   *
   * @param every days from one to the next, 1 to 90
   * @param most how many there are, 1 to 10
   */
  public record Repeat(int every, int most, Until until) {

    public static final int MAX_EVERY = 90;
    public static final int MAX_MOST = 10;

    public Repeat {
      if (every < 1 || every > MAX_EVERY) {
        throw new IllegalArgumentException("A reminder repeats every 1 to 90 days, not " + every);
      }
      if (most < 1 || most > MAX_MOST) {
        throw new IllegalArgumentException("A reminder repeats 1 to 10 times, not " + most);
      }
      requireNonNull(until, "until");
    }
  }

  /** What ends a repetition before its last. */
  public enum Until {
    /** An acknowledgement of any alert of the same charge, or its payment. */
    ACKNOWLEDGED,
    /** The charge's payment. */
    PAID,
    /** Neither: even a charge that is paid is told of. */
    CANCELLED
  }

  public Reminders {
    leads = leads == null ? null : List.copyOf(leads);
  }

  public static Reminders at(List<Integer> leads) {
    return new Reminders(leads, null);
  }
}
