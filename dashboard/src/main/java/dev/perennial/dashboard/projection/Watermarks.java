package dev.perennial.dashboard.projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static dev.perennial.dashboard.projection.ProjectionDatabase.WATERMARKS;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** How fresh a read is: the last tick behind which everything has arrived in MongoDB. */
@Component
public class Watermarks {

  private final ProjectionDatabase database;

  Watermarks(ProjectionDatabase database) {
    this.database = database;
  }

  /**
   * The oldest tick among the collections' watermarks of one partition. Empty if any of them has
   * not had a watermark yet: then nobody knows how much is missing.
   *
   * <p>Read it before the documents it is to vouch for: a later watermark could cover documents
   * that the read did not see.
   */
  public Optional<Instant> asOf(int partition, String... collections) {
    List<String> ids = ids(partition, List.of(collections)).toList();
    List<Instant> ticks = ticks(ids);
    return ticks.size() < ids.size()
        ? Optional.empty()
        : ticks.stream().min(Comparator.naturalOrder());
  }

  /** The oldest tick among all partitions' watermarks of these collections. */
  public Optional<Instant> asOfAll(String... collections) {
    return ProjectionDatabase.read(
            WATERMARKS,
            database.collection(WATERMARKS).find(in("projection", collections)),
            fields -> fields.instant("tick"))
        .stream()
        .min(Comparator.naturalOrder());
  }

  /**
   * Whether each of the collections has, in each partition, a watermark at or behind an offset.
   *
   * @param offsets by partition, at least one
   */
  public boolean cover(Map<Integer, Long> offsets, List<String> collections) {
    List<Bson> marks =
        offsets.entrySet().stream()
            .map(place -> marks(place.getKey(), place.getValue(), collections))
            .toList();
    long covering = database.collection(WATERMARKS).countDocuments(or(marks));
    return covering == (long) offsets.size() * collections.size();
  }

  private static Bson marks(int partition, long offset, List<String> collections) {
    return and(in("_id", ids(partition, collections).toList()), gte("offset", offset));
  }

  private List<Instant> ticks(List<String> ids) {
    return ProjectionDatabase.read(
        WATERMARKS,
        database.collection(WATERMARKS).find(in("_id", ids)),
        mark -> mark.instant("tick"));
  }

  private static Stream<String> ids(int partition, List<String> collections) {
    return collections.stream().map(collection -> collection + "|" + partition);
  }
}
