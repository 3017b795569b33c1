package dev.perennial.ingest.projection;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import dev.perennial.contracts.http.Receipt;
import dev.perennial.contracts.projection.Watermark;
import dev.perennial.contracts.topic.Projection;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * How far the collection receipts has come, by partition. To be read before the documents that it
 * is to vouch for: a later watermark could cover what the reading did not see.
 */
public record Coverage(Map<Integer, Mark> marks) {

  /**
   * @param offset the last event of the partition whose receipt is there; -1 before the first
   * @param tick the business clock up to which all receipts are there
   */
  public record Mark(long offset, Instant tick) {}

  public Coverage {
    marks = Map.copyOf(marks);
  }

  public static Coverage read(MongoDatabase projections) {
    Map<Integer, Mark> marks = new HashMap<>();
    for (Document each :
        projections
            .getCollection(Watermark.COLLECTION)
            .find(eq("projection", Projection.RECEIPTS.collection()))) {
      marks.put(
          each.get("partition", Number.class).intValue(),
          new Mark(each.get("offset", Number.class).longValue(), each.getDate("tick").toInstant()));
    }
    return new Coverage(marks);
  }

  /** Whether the receipt of the event at this place is there, if there was one. */
  public boolean covers(Receipt place) {
    Mark mark = marks.get(place.partition());
    return mark != null && mark.offset() >= place.offset();
  }

  /**
   * The oldest tick; empty while a partition has none, and nobody knows how much is missing.
   *
   * @param partitions of the topic subscription-events
   */
  public Optional<Instant> asOf(int partitions) {
    return marks.size() < partitions
        ? Optional.empty()
        : marks.values().stream().map(Mark::tick).min(Comparator.naturalOrder());
  }
}
