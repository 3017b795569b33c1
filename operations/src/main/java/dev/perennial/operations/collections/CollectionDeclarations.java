package dev.perennial.operations.collections;

import dev.perennial.operations.ConfigurationFile;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** The projection collections, each declared in a file of its name. */
public final class CollectionDeclarations {

  private static final List<String> NAMES =
      List.of(
          "subscriptions",
          "payments",
          "subscriber-totals",
          "tenant-totals",
          "receipts",
          "deliveries",
          "watermarks");

  /** What is left of an erased document: its version, so that nothing older comes back. */
  private static final String ERASED = "erased";

  private CollectionDeclarations() {}

  /** Those of one database {@code projections-e<epoch>}. */
  public static List<CollectionDeclaration> all() {
    return NAMES.stream().map(CollectionDeclarations::read).toList();
  }

  private static CollectionDeclaration read(String name) {
    BsonDocument file = file(name);
    return new CollectionDeclaration(
        name, validator(file.getDocument("document")), indexes(file.getArray("indexes")));
  }

  private static BsonDocument validator(BsonDocument schema) {
    BsonArray either = new BsonArray(List.of(file(ERASED).getDocument("document"), schema));
    return new BsonDocument("$jsonSchema", new BsonDocument("anyOf", either));
  }

  private static List<BsonDocument> indexes(BsonArray own) {
    return Stream.concat(own.stream(), file(ERASED).getArray("indexes").stream())
        .map(BsonValue::asDocument)
        .toList();
  }

  private static BsonDocument file(String name) {
    return BsonDocument.parse(ConfigurationFile.read("collections/" + name + ".json"));
  }
}
