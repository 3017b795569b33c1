package dev.perennial.operations.collections;

import com.mongodb.client.MongoClient;
import dev.perennial.contracts.control.ApiKey;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.ServingEpoch;
import dev.perennial.contracts.control.SignInToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;

/**
 * Makes the collections of one epoch, and those of the control database, what they are declared.
 */
public final class CollectionAdmin {

  /** A used or expired token says afterwards who signed in, and when, for that long. */
  private static final Duration SIGN_IN_TOKENS_KEPT = Duration.ofDays(30);

  private CollectionAdmin() {}

  /** The name of the database into which the connectors of that epoch write. */
  public static String projections(int epoch) {
    return ServingEpoch.databaseOf(epoch);
  }

  /**
   * Creates what is missing, alters what differs, drops nothing.
   *
   * @return what was done, a line each; empty where nothing differed
   */
  public static List<String> apply(MongoClient mongodb, int epoch) {
    return Stream.concat(
            Collections.apply(mongodb.getDatabase(ControlDatabase.NAME), control()).stream(),
            Collections.apply(mongodb.getDatabase(projections(epoch)), CollectionDeclarations.all())
                .stream())
        .toList();
  }

  /** That one collection alone, for the commands that write it. */
  public static void applyDeadLetterAudit(MongoClient mongodb) {
    Collections.apply(
        mongodb.getDatabase(ControlDatabase.NAME), List.of(ControlDeclarations.deadLetterAudit()));
  }

  /** That one collection alone, for the commands that write it. */
  public static void applyHooks(MongoClient mongodb) {
    Collections.apply(
        mongodb.getDatabase(ControlDatabase.NAME), List.of(ControlDeclarations.hooks()));
  }

  /** Those about epochs alone, for the commands that write them. */
  public static void applyEpochs(MongoClient mongodb) {
    Collections.apply(mongodb.getDatabase(ControlDatabase.NAME), ControlDeclarations.epochs());
  }

  private static List<CollectionDeclaration> control() {
    BsonDocument anything = new BsonDocument();
    BsonDocument expiry =
        index("kept-30-days", SignInToken.EXPIRES_AT)
            .append("expireAfterSeconds", new BsonInt64(SIGN_IN_TOKENS_KEPT.toSeconds()));
    List<CollectionDeclaration> all = new ArrayList<>(ControlDeclarations.epochs());
    all.addAll(
        List.of(
            new CollectionDeclaration(ControlDatabase.TENANTS, anything, List.of()),
            new CollectionDeclaration(
                ControlDatabase.API_KEYS, anything, List.of(index("by-tenant", ApiKey.TENANT_ID))),
            new CollectionDeclaration(ControlDatabase.SIGN_IN_TOKENS, anything, List.of(expiry)),
            ControlDeclarations.audit(),
            ControlDeclarations.deadLetterAudit(),
            ControlDeclarations.hooks()));
    return all;
  }

  private static BsonDocument index(String name, String field) {
    return new BsonDocument("name", new BsonString(name))
        .append("key", new BsonDocument(field, new BsonInt32(1)));
  }
}
