package dev.perennial.connectors.mongodb;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.kafka.connect.sink.converter.SinkDocument;
import com.mongodb.kafka.connect.sink.writemodel.strategy.WriteModelStrategy;
import dev.perennial.connectors.VersionedDocument;
import java.util.List;
import org.apache.kafka.connect.errors.DataException;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Writes a document unless the stored one is as new or newer, so that a record may come twice, late
 * or out of order.
 *
 * <p>The version is compared inside the update: in the filter, a newer stored document would not
 * match, and the upsert would then try to insert a second one under the same {@code _id}.
 */
public final class VersionedWriteStrategy implements WriteModelStrategy {

  private static final String ID = "_id";
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  /**
   * @throws DataException where the document has no {@code _id} or no version: a dead letter
   */
  @Override
  public WriteModel<BsonDocument> createWriteModel(SinkDocument sinkDocument) {
    BsonDocument content =
        sinkDocument.getValueDoc().orElseThrow(() -> new DataException("A tombstone is no write"));
    BsonValue id = content.get(ID);
    if (id == null) {
      throw new DataException("A projection document needs an _id");
    }
    VersionedDocument document = VersionedDocument.of(content);
    return new UpdateOneModel<>(
        new BsonDocument(ID, id),
        List.of(new BsonDocument("$replaceWith", storedIfAsNewElse(document))),
        UPSERT);
  }

  private static BsonDocument storedIfAsNewElse(VersionedDocument document) {
    BsonDocument storedVersion = operator("$ifNull", new BsonString("$version"), new BsonInt32(-1));
    BsonDocument storedIsAsNew =
        operator("$gte", storedVersion, document.content().getInt64("version"));
    return operator("$cond", storedIsAsNew, new BsonString("$$ROOT"), replacement(document));
  }

  private static BsonDocument replacement(VersionedDocument document) {
    // Literal, since a text in the document may begin with a dollar sign.
    BsonDocument literal = new BsonDocument("$literal", document.content());
    if (!document.erased()) {
      return literal;
    }
    // The TTL index needs a date, and the server's clock is the one that the index goes by.
    return operator(
        "$mergeObjects", literal, new BsonDocument("erasedAt", new BsonString("$$NOW")));
  }

  private static BsonDocument operator(String name, BsonValue... operands) {
    return new BsonDocument(name, new BsonArray(List.of(operands)));
  }
}
