package dev.perennial.connectors.redis;

import dev.perennial.connectors.VersionedDocument;
import java.util.Optional;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.json.JsonParseException;

/**
 * One record as it is to be written.
 *
 * @param id the record's key
 * @param body the document as it was on the topic; empty where it was erased
 */
record RedisWrite(Kind kind, String id, long version, String body) {

  enum Kind {
    DOCUMENT,
    ERASED,
    WATERMARK
  }

  /**
   * Empty for a tombstone: it only shrinks the topic.
   *
   * @throws DataException where key or value are not those of a projection: a dead letter
   */
  static Optional<RedisWrite> of(SinkRecord sinkRecord) {
    if (sinkRecord.value() == null) {
      return Optional.empty();
    }
    if (!(sinkRecord.key() instanceof String id) || !(sinkRecord.value() instanceof String body)) {
      throw new DataException("Key and value of a projection are texts");
    }
    VersionedDocument document = VersionedDocument.of(parse(body));
    return Optional.of(
        switch (kindOf(document)) {
          case ERASED -> new RedisWrite(Kind.ERASED, id, document.version(), "");
          case DOCUMENT -> new RedisWrite(Kind.DOCUMENT, id, document.version(), body);
          case WATERMARK -> new RedisWrite(Kind.WATERMARK, id, document.version(), body);
        });
  }

  private static Kind kindOf(VersionedDocument document) {
    if (document.watermark()) {
      return Kind.WATERMARK;
    }
    return document.erased() ? Kind.ERASED : Kind.DOCUMENT;
  }

  private static BsonDocument parse(String body) {
    try {
      return BsonDocument.parse(body);
    } catch (JsonParseException | BsonInvalidOperationException e) {
      // Without its cause: the parser quotes what it could not read, which may be personal data.
      throw new DataException("The value of a projection is extended JSON");
    }
  }
}
