package dev.perennial.domain.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * An alert that will fire if nothing changes.
 *
 * @param lead days before the date it is about
 */
public record ScheduledAlert(AlertType type, Instant fireAt, LocalDate dueOn, int lead) {

  static final Comparator<ScheduledAlert> SOONEST_FIRST =
      Comparator.comparing(ScheduledAlert::fireAt)
          .thenComparing((ScheduledAlert alert) -> alert.type().wireName())
          .thenComparing(ScheduledAlert::dueOn)
          .thenComparing(Comparator.comparingInt(ScheduledAlert::lead).reversed());

  public ScheduledAlert {
    requireNonNull(type, "type");
    requireNonNull(fireAt, "fireAt");
    requireNonNull(dueOn, "dueOn");
  }
}
