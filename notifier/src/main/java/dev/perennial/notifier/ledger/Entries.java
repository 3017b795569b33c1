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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Enters alerts into the ledger, once each. A redelivered alert changes nothing, also where its
 * subscriber has other destinations by now: each row names all the destinations that its alert was
 * first entered with, and those are the ones that count.
 */
public final class Entries {

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
    var writes = byAlert.values().stream().flatMap(Entries::rowsOf).map(Entries::insertIfAbsent);
    rows.bulkWrite(writes.toList(), new BulkWriteOptions().ordered(false));
  }

  private Map<String, List<String>> firstDestinations(Map<String, Entry> byAlert) {
    var first = new HashMap<String, List<String>>();
    rows.find(in("alertId", byAlert.keySet()))
        .projection(Projections.include("alertId", "destinations"))
        .forEach(
            row -> first.put(row.getString("alertId"), row.getList("destinations", String.class)));
    return first;
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
    return row.append("destinations", entry.destinations())
        .append("title", entry.title())
        .append("text", entry.text())
        .append("state", state.name())
        .append("attempts", 0)
        .append("revision", 1L)
        .append("publishedRevision", 0L)
        .append("outbox", true);
  }

  private static WriteModel<Document> insertIfAbsent(Document row) {
    var stamped =
        new Document(
            "$mergeObjects",
            List.of(
                new Document("$literal", row),
                new Document("at", "$$NOW").append("nextAttemptAt", "$$NOW")));
    var absent = new Document("$eq", List.of(new Document("$type", "$state"), "missing"));
    var keep = new Document("$cond", List.of(absent, stamped, "$$ROOT"));
    return new UpdateOneModel<>(
        eq("_id", row.getString("_id")),
        List.of(new Document("$replaceWith", keep)),
        new UpdateOptions().upsert(true));
  }
}
