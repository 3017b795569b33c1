package dev.perennial.notifier.ledger;

import dev.perennial.contracts.CompositeKey;
import java.util.List;

/**
 * An alert to be entered: one row for each destination, or one NO_DESTINATION row.
 *
 * @param place of the record that raised it
 * @param destinations distinct destination ids
 * @param title one line, in the subscriber's language
 * @param text a sentence or two, in the subscriber's language
 */
public record Entry(
    Place place, Notice notice, List<String> destinations, String title, String text) {

  public Entry {
    destinations = List.copyOf(destinations);
  }

  /** The id of the row for one destination. */
  static String rowId(String alertId, String destinationId) {
    return CompositeKey.of(alertId, destinationId);
  }

  /** The id of the row of an alert that has no destination; no destination's id is empty. */
  static String rowId(String alertId) {
    return CompositeKey.of(alertId, "");
  }

  /** The same alert with the destinations that it was first entered with. */
  Entry to(List<String> firstDestinations) {
    return new Entry(place, notice, firstDestinations, title, text);
  }
}
