package dev.perennial.notifier.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.perennial.domain.SubscriberKey;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Takes out of rows all that they say, whatever their state: what is left has none, so nobody
 * claims it, and whoever has claimed it finds nothing to report to. Its id and revision stay, since
 * an alert of the same id may be raised in a new life, and what is published of it must be newer.
 */
public final class ForgottenRows {

  static final String ERASED = "erased";

  private final MongoCollection<Document> rows;

  public ForgottenRows(MongoDatabase database) {
    rows = Ledger.durable(database).getCollection(Ledger.COLLECTION);
  }

  /**
   * Forgets the rows of alerts that lie before an erasure. Repeating it changes nothing.
   *
   * @return how many rows were forgotten
   * @throws com.mongodb.MongoException if some may be left; repeating it forgets them
   */
  public long forget(SubscriberKey subscriber, Place erasure) {
    var left =
        new Document("_id", "$_id")
            .append("tenantId", "$tenantId")
            .append(ERASED, new Document("$literal", true))
            .append("at", "$$NOW")
            .append("record", new Document("$literal", erasure.document()))
            .append("revision", new Document("$add", List.of("$revision", 1L)))
            .append("publishedRevision", "$publishedRevision")
            .append("outbox", new Document("$literal", true));
    return rows.updateMany(
            and(
                eq("tenantId", subscriber.tenantId()),
                eq("subscriberId", subscriber.subscriberId()),
                notLaterThan(erasure)),
            List.of(new Document("$replaceWith", left)))
        .getModifiedCount();
  }

  /** Where in doubt it is forgotten; rows of before there were places have none. */
  private static Bson notLaterThan(Place erasure) {
    return or(
        exists("record", false),
        lte("record.offset", erasure.offset()),
        lt("record.appendedAt", Date.from(erasure.appendedAt())));
  }
}
