package dev.perennial.operations.collections;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.ValidationOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Makes a database's collections what they are declared to be. Drops nothing. */
public final class Collections {

  private static final String EXPIRY = "expireAfterSeconds";

  /** The server leaves an empty validator out. */
  private static final BsonDocument ANYTHING = new BsonDocument();

  private Collections() {}

  /** Those of {@link CollectionDeclarations#all()}. */
  public static List<String> apply(MongoDatabase database) {
    return apply(database, CollectionDeclarations.all());
  }

  /**
   * Creates what is missing and alters what differs; a second time it does nothing.
   *
   * @return what was done, a line each
   * @throws IndexDiffersException where an index of that name has other keys or options, which only
   *     dropping it could change
   */
  public static List<String> apply(
      MongoDatabase database, List<CollectionDeclaration> declarations) {
    Map<String, BsonDocument> present = new LinkedHashMap<>();
    for (BsonDocument each : database.listCollections(BsonDocument.class)) {
      present.put(each.getString("name").getValue(), each.getDocument("options"));
    }
    List<String> done = new ArrayList<>();
    for (CollectionDeclaration declaration : declarations) {
      applyValidator(database, declaration, present, done);
      applyIndexes(database, declaration, done);
    }
    return done;
  }

  private static void applyValidator(
      MongoDatabase database,
      CollectionDeclaration declaration,
      Map<String, BsonDocument> present,
      List<String> done) {
    BsonDocument options = present.get(declaration.name());
    if (options == null) {
      database.createCollection(
          declaration.name(),
          new CreateCollectionOptions()
              .validationOptions(new ValidationOptions().validator(declaration.validator())));
      done.add("created collection " + declaration.name());
    } else if (!declaration.validator().equals(options.getDocument("validator", ANYTHING))) {
      database.runCommand(
          new BsonDocument("collMod", new BsonString(declaration.name()))
              .append("validator", declaration.validator())
              .append("validationLevel", new BsonString("strict"))
              .append("validationAction", new BsonString("error")));
      done.add("altered the validator of " + declaration.name());
    }
  }

  private static void applyIndexes(
      MongoDatabase database, CollectionDeclaration declaration, List<String> done) {
    Map<BsonValue, BsonDocument> present = new LinkedHashMap<>();
    for (BsonDocument index :
        database.getCollection(declaration.name()).listIndexes(BsonDocument.class)) {
      present.put(index.get("name"), index);
    }
    for (BsonDocument index : declaration.indexes()) {
      BsonDocument existing = present.get(index.get("name"));
      if (existing == null) {
        create(database, declaration, index);
        done.add("created index " + place(declaration, index));
      } else if (!differenceOf(existing, index).isEmpty()) {
        alter(database, declaration, index, existing);
        done.add("altered index " + place(declaration, index));
      }
    }
  }

  private static void create(
      MongoDatabase database, CollectionDeclaration declaration, BsonDocument index) {
    database.runCommand(
        new BsonDocument("createIndexes", new BsonString(declaration.name()))
            .append("indexes", new BsonArray(List.of(index))));
  }

  private static void alter(
      MongoDatabase database,
      CollectionDeclaration declaration,
      BsonDocument index,
      BsonDocument existing) {
    if (!differenceOf(existing, index).equals(List.of(EXPIRY)) || !existing.containsKey(EXPIRY)) {
      throw new IndexDiffersException(place(declaration, index));
    }
    database.runCommand(
        new BsonDocument("collMod", new BsonString(declaration.name()))
            .append(
                "index",
                new BsonDocument("name", index.get("name")).append(EXPIRY, index.get(EXPIRY))));
  }

  /** The options in which the two differ; the server adds a version of its own. */
  private static List<String> differenceOf(BsonDocument existing, BsonDocument declared) {
    return Stream.concat(existing.keySet().stream(), declared.keySet().stream())
        .distinct()
        .filter(option -> !option.equals("v") && !option.equals("ns"))
        .filter(option -> !sameValue(existing.get(option), declared.get(option)))
        .toList();
  }

  private static boolean sameValue(@Nullable BsonValue one, @Nullable BsonValue other) {
    if (one == null || other == null) {
      return one == other;
    }
    // 1 and 1.0 are one key to the server, which answers with either.
    return one.isNumber() && other.isNumber()
        ? one.asNumber().longValue() == other.asNumber().longValue()
        : one.equals(other);
  }

  private static String place(CollectionDeclaration declaration, BsonDocument index) {
    return declaration.name() + "." + index.getString("name").getValue();
  }
}
