package dev.perennial.notifier.erasure;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.notifier.ledger.Ledger;
import dev.perennial.notifier.ledger.Place;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * What is kept of a forgotten subscriber: under a hash, the place of the last erasure on the topic.
 * Alerts that lie before it are over, however often they are read again. It outlives them: the
 * topic keeps a record for 400 days, this is kept for 430.
 *
 * <p>All methods throw {@link com.mongodb.MongoException} where the database cannot be reached.
 */
public final class Erasures {

  private static final String COLLECTION = "erasures";
  private static final long KEPT_DAYS = 430;

  private final MongoCollection<Document> markers;
  private final SubscriberHash hash;

  Erasures(MongoDatabase database, SubscriberHash hash) {
    this.markers = Ledger.durable(database).getCollection(COLLECTION);
    this.hash = hash;
  }

  /** Creating those that exist changes nothing. */
  public void createIndexes() {
    markers.createIndex(
        Indexes.ascending("begunAt"),
        new IndexOptions().name("kept-430-days").expireAfter(KEPT_DAYS, TimeUnit.DAYS));
  }

  /**
   * Notes that all before this record is to be forgotten; from here on no alert before it is taken.
   *
   * @return when this erasure was first read, by the database's clock; empty if it was carried out
   *     before, or if a later one takes its place
   */
  public Optional<Instant> begin(SubscriberKey subscriber, Place place) {
    var appendedAt = Date.from(place.appendedAt());
    var known =
        new Document(
            "$and",
            List.of(
                new Document("$gte", List.of("$offset", place.offset())),
                new Document("$gte", List.of("$appendedAt", appendedAt))));
    var begun =
        new Document("_id", hash.of(subscriber))
            .append("offset", place.offset())
            .append("appendedAt", appendedAt)
            .append("begunAt", "$$NOW");
    var keep = new Document("$cond", List.of(known, "$$ROOT", begun));
    var marker =
        markers.findOneAndUpdate(
            eq("_id", hash.of(subscriber)),
            List.of(new Document("$replaceWith", keep)),
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
    return Optional.ofNullable(marker)
        .filter(stored -> placeOf(stored).equals(place) && !stored.containsKey("endedAt"))
        .map(stored -> stored.getDate("begunAt").toInstant());
  }

  /** Nothing is left of what lay before this record, so reading it again must change nothing. */
  public void end(SubscriberKey subscriber, Place place) {
    markers.updateOne(
        new Document("_id", hash.of(subscriber))
            .append("offset", place.offset())
            .append("appendedAt", Date.from(place.appendedAt())),
        new Document("$currentDate", new Document("endedAt", true)));
  }

  /** The last erasure of each of these subscribers that has been forgotten. */
  public Map<SubscriberKey, Place> lastOf(Collection<SubscriberKey> subscribers) {
    var byHash = new HashMap<String, SubscriberKey>();
    subscribers.forEach(subscriber -> byHash.computeIfAbsent(hash.of(subscriber), h -> subscriber));
    var last = new HashMap<SubscriberKey, Place>();
    markers
        .find(in("_id", byHash.keySet()))
        .forEach(
            marker ->
                last.put(
                    Objects.requireNonNull(byHash.get(marker.getString("_id"))), placeOf(marker)));
    return last;
  }

  private static Place placeOf(Document marker) {
    return new Place(marker.getLong("offset"), marker.getDate("appendedAt").toInstant());
  }
}
