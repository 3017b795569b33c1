package dev.perennial.notifier.ledger;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/**
 * Where a record lies among those of its subscriber, all of which share a partition. The time is
 * beside the offset since a topic that was made anew counts its offsets from the beginning.
 *
 * @param appendedAt the broker's time of the record; those of one batch share it
 */
public record Place(long offset, Instant appendedAt) {

  /** Certainly earlier: of records that offset and time order differently none is. */
  public boolean isBefore(Place other) {
    return offset < other.offset && !appendedAt.isAfter(other.appendedAt);
  }

  Document document() {
    return new Document("offset", offset).append("appendedAt", Date.from(appendedAt));
  }
}
