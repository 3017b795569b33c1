package dev.perennial.notifier.ledger;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Enters alerts into the ledger, once each. A redelivered alert changes nothing, also where its
 * subscriber has other destinations by now: each row names all the destinations that its alert was
 * first entered with, and those are the ones that count. A row that was forgotten is entered anew
 * only by a record behind the erasure, and its revisions go on.
 */
public final class Entries {

  static final long FIRST_REVISION = 1;

  private final MongoCollection<Document> rows;

  public Entries(MongoDatabase database) {
    rows = Ledger.durable(database).getCollection(Ledger.COLLECTION);
  }

  /**
   * Returns when a majority has journaled every row.
   *
   * @throws com.mongodb.MongoException if some row could not be written; entering again is safe
   */
  public void enter(List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    var byAlert = new LinkedHashMap<String, Entry>();
    entries.forEach(entry -> byAlert.putIfAbsent(entry.notice().alertId(), entry));
    firstDestinations(byAlert)
        .forEach((id, first) -> byAlert.computeIfPresent(id, (k, e) -> e.to(first)));
    var writes = byAlert.values().stream().flatMap(Entries::writesOf).toList();
    rows.bulkWrite(writes, new BulkWriteOptions().ordered(false));
  }

  private Map<String, List<String>> firstDestinations(Map<String, Entry> byAlert) {
    var first = new HashMap<String, List<String>>();
    rows.find(in("alertId", byAlert.keySet()))
        .projection(Projections.include("alertId", "destinations"))
        .forEach(
            row -> first.put(row.getString("alertId"), row.getList("destinations", String.class)));
    return first;
  }

  private static Stream<WriteModel<Document>> writesOf(Entry entry) {
    return rowsOf(entry).map(row -> insertIfAbsent(row, entry.place()));
  }

  private static Stream<Document> rowsOf(Entry entry) {
    var alertId = entry.notice().alertId();
    if (entry.destinations().isEmpty()) {
      return Stream.of(row(entry, Entry.rowId(alertId), DeliveryState.NO_DESTINATION));
    }
    return entry.destinations().stream()
        .map(
            destination ->
                row(entry, Entry.rowId(alertId, destination), DeliveryState.PENDING)
                    .append("destinationId", destination)
                    .append("channel", "email"));
  }

  private static Document row(Entry entry, String id, DeliveryState state) {
    var row = new Document("_id", id);
    row.putAll(NoticeDocument.write(entry.notice()));
    return row.append("record", entry.place().document())
        .append("destinations", entry.destinations())
        .append("title", entry.title())
        .append("text", entry.text())
        .append("state", state.name())
        .append("attempts", 0)
        .append("outbox", true);
  }

  private static WriteModel<Document> insertIfAbsent(Document row, Place place) {
    var stamped =
        new Document("$mergeObjects", List.of(new Document("$literal", row), freshStamps()));
    var absent = new Document("$eq", List.of(new Document("$type", "$state"), "missing"));
    var free = new Document("$and", List.of(absent, notBeforeErasure(place)));
    var keep = new Document("$cond", List.of(free, stamped, "$$ROOT"));
    return new UpdateOneModel<>(
        eq("_id", row.getString("_id")),
        List.of(new Document("$replaceWith", keep)),
        new UpdateOptions().upsert(true));
  }

  /** Counts on from what was published before the row was forgotten, if it was. */
  private static Document freshStamps() {
    var before = new Document("$ifNull", List.of("$revision", FIRST_REVISION - 1));
    var first = new Document("$add", List.of(before, 1L));
    return new Document("at", "$$NOW")
        .append("nextAttemptAt", "$$NOW")
        .append("firstRevision", first)
        .append("revision", first)
        .append("publishedRevision", new Document("$ifNull", List.of("$publishedRevision", 0L)));
  }

  /** What is missing is less than everything: a row that was never forgotten is free. */
  private static Document notBeforeErasure(Place place) {
    var appendedAt = Date.from(place.appendedAt());
    return new Document(
        "$or",
        List.of(
            new Document("$gte", List.of(place.offset(), "$record.offset")),
            new Document("$gt", List.of(appendedAt, "$record.appendedAt"))));
  }
}
