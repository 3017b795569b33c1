package dev.perennial.notifier.ledger;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;

/** Counts of the ledger for an operator; each is answered from an index. */
public final class Standing {

  private final MongoCollection<Document> rows;

  public Standing(MongoDatabase database) {
    rows = database.getCollection(Ledger.COLLECTION);
  }

  public long count(DeliveryState state) {
    return rows.countDocuments(eq("state", state.name()));
  }

  public long unpublished() {
    return rows.countDocuments(eq("outbox", true));
  }

  /** When the row that waits longest was or will be due; empty if none waits. */
  public Optional<Instant> oldestDue() {
    var oldest =
        rows.find(eq("state", DeliveryState.PENDING.name()))
            .projection(Projections.include("nextAttemptAt"))
            .sort(Sorts.ascending("nextAttemptAt"))
            .first();
    return Optional.ofNullable(oldest).map(row -> row.getDate("nextAttemptAt").toInstant());
  }
}
