package dev.perennial.connectors.collections;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** The projection collections, each declared in a file of its name beside this class. */
public final class CollectionDeclarations {

  private static final List<String> NAMES =
      List.of(
          "subscriptions", "payments", "subscriber-totals", "receipts", "deliveries", "watermarks");

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
    String file = name + ".json";
    try (InputStream content =
        Objects.requireNonNull(CollectionDeclarations.class.getResourceAsStream(file), file)) {
      return BsonDocument.parse(new String(content.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
