package dev.perennial.operations.replay;

import java.util.Map;

/**
 * What an epoch must have applied to have caught up: all that was there at one moment.
 *
 * @param events behind the last event, by partition
 * @param references behind the last record of reference data, by partition
 * @param alerts behind the last alert, by partition
 * @param deliveries behind the last delivery, by partition
 * @param read what the readers' epoch has, whose freshness must not be fallen behind
 */
record Goal(
    Map<Integer, Long> events,
    Map<Integer, Long> references,
    Map<Integer, Long> alerts,
    Map<Integer, Long> deliveries,
    Marks read) {

  /** The same, measured by what readers see at another moment. */
  Goal seen(Marks newer) {
    return new Goal(events, references, alerts, deliveries, newer);
  }
}
