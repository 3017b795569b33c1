package dev.perennial.dashboard.projection;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static dev.perennial.dashboard.projection.ProjectionDatabase.WATERMARKS;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    List<String> ids =
        Arrays.stream(collections).map(collection -> collection + "|" + partition).toList();
    List<Instant> ticks = ticks(ids);
    return ticks.size() < ids.size()
        ? Optional.empty()
        : ticks.stream().min(Comparator.naturalOrder());
  }

  /** The oldest tick among all partitions' watermarks of one collection. */
  public Optional<Instant> asOfAll(String collection) {
    return ProjectionDatabase.read(
            WATERMARKS,
            database.collection(WATERMARKS).find(eq("projection", collection)),
            fields -> fields.instant("tick"))
        .stream()
        .min(Comparator.naturalOrder());
  }

  private List<Instant> ticks(List<String> ids) {
    return ProjectionDatabase.read(
        WATERMARKS,
        database.collection(WATERMARKS).find(in("_id", ids)),
        fields -> fields.instant("tick"));
  }
}
