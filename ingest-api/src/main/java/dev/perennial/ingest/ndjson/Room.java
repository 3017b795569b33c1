package dev.perennial.ingest.ndjson;

import dev.perennial.ingest.intake.Item;
import dev.perennial.ingest.intake.Taken;
import java.util.List;

/**
 * How much may be on its way to the broker at once.
 *
 * @param records of all requests
 * @param partitions reference data has a record in each
 */
record Room(long records, int partitions) {

  /** Whether there is room for all of these at some time. */
  boolean holds(List<Item> items) {
    return items.stream().mapToLong(this::recordsOf).sum() <= records;
  }

  private long recordsOf(Item item) {
    return switch (item) {
      case Item.Invalid invalid -> 0;
      case Item.Valid valid ->
          switch (valid.event()) {
            case Taken.OfSubscriber event -> 1;
            case Taken.Reference reference -> partitions;
          };
    };
  }
}
