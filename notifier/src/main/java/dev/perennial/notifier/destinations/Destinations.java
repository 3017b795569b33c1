package dev.perennial.notifier.destinations;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.SubscriberKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** The destinations in MongoDB. Addresses are decrypted only to be sent to or masked. */
public final class Destinations {

  static final String COLLECTION = "destinations";
  private static final String OWNER = "subscriber";

  private final MongoCollection<Document> documents;
  private final AddressCipher cipher;

  Destinations(MongoDatabase database, AddressCipher cipher) {
    this.documents =
        database
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
            .withReadPreference(ReadPreference.primary())
            .getCollection(COLLECTION);
    this.cipher = cipher;
  }

  /** Creating those that exist changes nothing. */
  public void createIndexes() {
    documents.createIndex(Indexes.ascending(OWNER, "destinationId"));
  }

  /**
   * The destination ids of each of these subscribers, in the ids' order.
   *
   * @throws com.mongodb.MongoException if the database cannot be reached
   */
  public Map<SubscriberKey, List<String>> idsOf(Collection<SubscriberKey> subscribers) {
    var owners = subscribers.stream().distinct().map(CompositeKey::of).toList();
    Map<SubscriberKey, List<String>> ids = new HashMap<>();
    documents
        .find(in(OWNER, owners))
        .projection(Projections.include("tenantId", "subscriberId", "destinationId"))
        .sort(Sorts.ascending(OWNER, "destinationId"))
        .forEach(
            document ->
                ids.computeIfAbsent(ownerOf(document), owner -> new ArrayList<>())
                    .add(document.getString("destinationId")));
    return ids;
  }

  /**
   * Where to send to; empty if the destination is gone.
   *
   * @throws com.mongodb.MongoException if the database cannot be reached
   * @throws UnreadableAddressException if the address cannot be decrypted
   */
  public Optional<String> address(SubscriberKey subscriber, String destinationId) {
    return find(subscriber, destinationId).map(destination -> destination.address().value());
  }

  Optional<Destination> find(SubscriberKey subscriber, String destinationId) {
    var key = Destination.key(subscriber, destinationId);
    return Optional.ofNullable(documents.find(eq("_id", key)).first())
        .map(document -> cipher.decrypt(document.get("address", Binary.class).getData(), key))
        .map(address -> new Destination(subscriber, destinationId, new EmailAddress(address)));
  }

  /** How many destinations the subscriber has besides this one. */
  long countOthers(SubscriberKey subscriber, String destinationId) {
    return documents.countDocuments(
        and(
            eq(OWNER, CompositeKey.of(subscriber)),
            new Document("destinationId", new Document("$ne", destinationId))));
  }

  /**
   * @return true if it is new
   */
  boolean put(Destination destination) {
    var sealed = cipher.encrypt(destination.address().value(), destination.key());
    var result =
        documents.updateOne(
            eq("_id", destination.key()),
            update(destination, sealed),
            new UpdateOptions().upsert(true));
    return result.getUpsertedId() != null;
  }

  private static Bson update(Destination destination, byte[] sealed) {
    var subscriber = destination.subscriber();
    return new Document(
            "$set",
            new Document("channel", Destination.CHANNEL).append("address", new Binary(sealed)))
        .append(
            "$setOnInsert",
            new Document(OWNER, CompositeKey.of(subscriber))
                .append("tenantId", subscriber.tenantId())
                .append("subscriberId", subscriber.subscriberId())
                .append("destinationId", destination.destinationId()))
        .append("$currentDate", new Document("updatedAt", true));
  }

  /**
   * @return false if there was none
   */
  boolean delete(SubscriberKey subscriber, String destinationId) {
    var key = Destination.key(subscriber, destinationId);
    return documents.deleteOne(eq("_id", key)).getDeletedCount() == 1;
  }

  /**
   * Forgets where a subscriber wanted to be told. What was put later, by the database's clock, is
   * of a new life and stays.
   *
   * @return how many there were
   * @throws com.mongodb.MongoException if some may be left; repeating it forgets them
   */
  public long forget(SubscriberKey subscriber, Instant upTo) {
    return documents
        .deleteMany(and(eq(OWNER, CompositeKey.of(subscriber)), lte("updatedAt", Date.from(upTo))))
        .getDeletedCount();
  }

  private static SubscriberKey ownerOf(Document document) {
    return new SubscriberKey(document.getString("tenantId"), document.getString("subscriberId"));
  }
}
