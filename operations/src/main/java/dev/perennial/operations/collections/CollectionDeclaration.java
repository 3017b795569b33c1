package dev.perennial.operations.collections;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.bson.BsonDocument;

/**
 * What a collection must be.
 *
 * @param validator a query, usually a {@code $jsonSchema}: what it does not match is refused
 * @param indexes as the command {@code createIndexes} takes them, each with its name
 */
public record CollectionDeclaration(
    String name, BsonDocument validator, List<BsonDocument> indexes) {

  public CollectionDeclaration {
    requireNonNull(name, "name");
    requireNonNull(validator, "validator");
    indexes = List.copyOf(indexes);
  }
}
