package dev.perennial.domain.calendar;

import java.time.LocalDate;
import java.util.Optional;

/** Due dates that a day is brought to: that of a payment, or one that an upstream announces. */
@FunctionalInterface
public interface Occurrences {

  /**
   * The due date that a day belongs to: the nearest one, at most {@linkplain
   * dev.perennial.domain.BillingPeriod#reachInDays half a period} away. As far from the one before
   * as from the one after, it belongs to the earlier.
   */
  Optional<LocalDate> nearest(LocalDate day);
}
