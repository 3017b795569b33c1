package dev.perennial.contracts.projection;

import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** Documents as values of the projection topics. */
public final class DocumentJson {

  public static final String ID = "_id";
  public static final String VERSION = "version";
  public static final String PARTITION = "partition";

  /** Canonical: relaxed JSON would make an int64 an int32, where it fits. */
  private static final JsonWriterSettings CANONICAL =
      JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

  private DocumentJson() {}

  /**
   * The document as it is stored.
   *
   * @param version rises with every document of the partition
   * @param partition its task's, which is the Kafka record's
   */
  public static BsonDocument stamped(String id, BsonDocument content, long version, int partition) {
    BsonDocument document = new BsonDocument();
    document.put(ID, new BsonString(id));
    document.put(VERSION, new BsonInt64(version));
    document.put(PARTITION, new BsonInt32(partition));
    document.putAll(content);
    return document;
  }

  public static String encode(BsonDocument document) {
    return document.toJson(CANONICAL);
  }

  /**
   * @throws org.bson.json.JsonParseException if the text is no extended JSON object
   */
  public static BsonDocument decode(String json) {
    return BsonDocument.parse(json);
  }
}
