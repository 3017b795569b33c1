package dev.perennial.ingest.stripe;

import java.time.Duration;
import java.time.Instant;

/**
 * Where within its second an event of ours lies. Stripe's time has whole seconds and deliveries
 * come in any order, so the order within a second is a rule of ours, by content alone: it is put
 * into the milliseconds of {@code time}, by which the fold sorts.
 */
enum Slot {
  STARTED(0),
  /** 100 to 899 by the end of the period: see {@link #changed}. */
  CHANGED(100),
  RESUMED(900),
  PAUSED(910),
  CANCELLED(920),
  /** Behind a cancellation: where two disagree, the one counts under which money still moves. */
  REACTIVATED(930),
  ANNOUNCED(940),
  FAILED(950),
  PAID(960),
  REFUNDED(970),
  /** Nothing comes behind the end: Stripe revives no subscription. */
  ENDED(990);

  private static final int MOST_DAYS = 799;

  private final int milliseconds;

  Slot(int milliseconds) {
    this.milliseconds = milliseconds;
  }

  Instant in(Instant second) {
    return second.plusMillis(milliseconds);
  }

  /**
   * Of two snapshots of one second the one whose period ends later is the later one; of two that
   * end on one day the greater id.
   */
  static Instant changed(Instant second, Instant periodEnd) {
    long days = Math.clamp(Duration.between(second, periodEnd).toDays(), 0, MOST_DAYS);
    return CHANGED.in(second).plusMillis(days);
  }
}
