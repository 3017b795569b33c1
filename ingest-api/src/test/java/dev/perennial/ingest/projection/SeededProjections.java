package dev.perennial.ingest.projection;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import dev.perennial.contracts.control.ServingEpoch;
import dev.perennial.contracts.projection.DocumentJson;
import dev.perennial.contracts.projection.ReceiptDocument;
import dev.perennial.contracts.projection.Watermark;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.Money;
import dev.perennial.domain.event.EventId;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Receipts and watermarks of one epoch, written as the sink writes them. */
public final class SeededProjections implements AutoCloseable {

  private final MongoClient client;
  private final MongoDatabase database;

  /** An epoch without any document. */
  public SeededProjections(String mongodbUri, int epoch) {
    client = MongoClients.create(mongodbUri);
    database = client.getDatabase(ServingEpoch.databaseOf(epoch));
    database.drop();
    database
        .getCollection(Projection.RECEIPTS.collection())
        .createIndex(Indexes.ascending("tenantId", "source", "receivedAt"));
  }

  public void watermark(int partition, long offset, Instant tick) {
    Watermark mark = new Watermark(Projection.RECEIPTS, partition, offset, null, tick);
    write(Watermark.COLLECTION, mark.id(), mark.content(), partition);
  }

  public void receipt(ReceiptDocument receipt) {
    String id = receipt.id();
    write(receipt.projection().collection(), id, receipt.content(), receipt.sourcePartition());
  }

  /** Many that are not there yet. */
  public void receipts(List<ReceiptDocument> receipts) {
    database
        .getCollection(Projection.RECEIPTS.collection(), BsonDocument.class)
        .insertMany(
            receipts.stream()
                .map(each -> stored(each.id(), each.content(), each.sourcePartition()))
                .toList());
  }

  /** Of an event of alice's, from the first partition. */
  public static ReceiptDocument receipt(
      String tenant,
      EventId event,
      String digest,
      String type,
      ReceiptDocument.Status status,
      @Nullable Money amount,
      Instant receivedAt,
      long offset) {
    String reason = status == ReceiptDocument.Status.DEAD_LETTERED ? "too-many-facts" : null;
    return new ReceiptDocument(
        tenant, "alice", event, digest, type, status, reason, amount, receivedAt, offset, 0);
  }

  private void write(String collection, String id, BsonDocument content, int partition) {
    database
        .getCollection(collection, BsonDocument.class)
        .replaceOne(
            Filters.eq("_id", id),
            stored(id, content, partition),
            new ReplaceOptions().upsert(true));
  }

  /** As it comes from the topic. */
  private static BsonDocument stored(String id, BsonDocument content, int partition) {
    return DocumentJson.decode(
        DocumentJson.encode(DocumentJson.stamped(id, content, 1L << 40, partition)));
  }

  @Override
  public void close() {
    client.close();
  }
}
