package dev.perennial.ingest;

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

  List<Item.Valid> valid() {
    return items.stream().filter(Item.Valid.class::isInstance).map(Item.Valid.class::cast).toList();
  }

  boolean isValid() {
    return valid().size() == items.size();
  }
}
