package dev.perennial.notifier.ledger;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * Rows whose newest revision is not published yet. The flag {@code outbox} is raised by the very
 * write that changes a row, so a crash between the two cannot lose a publication.
 */
public final class Outbox {

  private final MongoCollection<Document> rows;

  public Outbox(MongoDatabase database) {
    rows = Ledger.durable(database).getCollection(Ledger.COLLECTION);
  }

  /** Rows to publish, those that changed first first. */
  public List<Document> unpublished(int atMost) {
    return rows.find(eq("outbox", true))
        .sort(Sorts.ascending("at"))
        .limit(atMost)
        .into(new ArrayList<>());
  }

  /**
   * Notes that a revision is on the topic. If the row has moved on, or another instance has
   * published a newer revision before this one came behind it, the row stays in the outbox: the
   * last record of a key must be its newest.
   */
  public void published(String rowId, long revision) {
    var movedOn = new Document("$ne", List.of("$revision", revision));
    var overtaken = new Document("$gt", List.of("$publishedRevision", revision));
    var set =
        new Document("outbox", new Document("$or", List.of(movedOn, overtaken)))
            .append(
                "publishedRevision", new Document("$max", List.of("$publishedRevision", revision)));
    rows.updateOne(eq("_id", rowId), List.of(new Document("$set", set)));
  }
}
