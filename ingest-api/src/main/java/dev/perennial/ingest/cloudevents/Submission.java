package dev.perennial.ingest.cloudevents;

import dev.perennial.ingest.intake.Item;
import java.util.List;

/**
 * The events of one request.
 *
 * @param batch whether they came as an array, even of one
 * @param items in the order in which they came; never empty
 */
record Submission(boolean batch, List<Item> items) {

  Submission {
    items = List.copyOf(items);
  }
}
