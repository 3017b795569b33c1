package dev.perennial.connectors;

import dev.perennial.contracts.projection.Watermark;
import org.apache.kafka.connect.errors.DataException;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * What every sink must know of a document on a projection topic.
 *
 * @param version in [0, 2^53): Redis compares versions as doubles
 * @param erased the document is gone; what is left is its version
 * @param watermark it says how far its partition has come, and covers the documents before it
 */
public record VersionedDocument(
    BsonDocument content, long version, boolean erased, boolean watermark) {

  private static final long VERSION_LIMIT = 1L << 53;

  /**
   * @throws DataException where the document has no usable version; the message quotes no content
   */
  public static VersionedDocument of(BsonDocument content) {
    return new VersionedDocument(
        content,
        versionOf(content),
        BsonBoolean.TRUE.equals(content.get("erased")),
        isWatermark(content));
  }

  /**
   * Subscriptions have a field {@code collection} of their own (AUTO, MANUAL), so only this one
   * value moves a document elsewhere.
   */
  public static boolean isWatermark(BsonDocument content) {
    return new BsonString(Watermark.COLLECTION).equals(content.get("collection"));
  }

  private static long versionOf(BsonDocument content) {
    BsonValue version = content.get("version");
    if (version == null || !version.isInt64()) {
      throw new DataException("A projection document needs a 64-bit integer version");
    }
    long value = version.asInt64().getValue();
    if (value < 0 || value >= VERSION_LIMIT) {
      throw new DataException("A projection document's version lies in [0, 2^53)");
    }
    return value;
  }
}
