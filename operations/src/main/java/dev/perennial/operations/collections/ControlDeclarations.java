package dev.perennial.operations.collections;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.control.ControlDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** Collections of the control database that have a schema, each declared in a file. */
final class ControlDeclarations {

  private ControlDeclarations() {}

  /** The audit record's schema has no place for a value, so none gets into it. */
  static CollectionDeclaration deadLetterAudit() {
    return read(ControlDatabase.DEAD_LETTER_AUDIT, "dead-letter-audit.json");
  }

  /** The audit chain. Without an index of its own: it is walked by its numbers. */
  static CollectionDeclaration audit() {
    return read(ControlDatabase.AUDIT, "audit.json");
  }

  /** Which epoch serves, which is being built, and who did what about it. */
  static List<CollectionDeclaration> epochs() {
    return List.of(
        read(ControlDatabase.EPOCHS, "epochs.json"),
        read(ControlDatabase.REPLAY_AUDIT, "replay-audit.json"));
  }

  /** Addresses that other systems post to; a signing secret has no place but sealed. */
  static CollectionDeclaration hooks() {
    return read(ControlDatabase.HOOKS, "hooks.json");
  }

  private static CollectionDeclaration read(String collection, String name) {
    BsonDocument file = file(name);
    return new CollectionDeclaration(
        collection,
        new BsonDocument("$jsonSchema", file.getDocument("document")),
        file.getArray("indexes").stream().map(BsonValue::asDocument).toList());
  }

  private static BsonDocument file(String name) {
    try (InputStream content =
        Objects.requireNonNull(ControlDeclarations.class.getResourceAsStream(name), name)) {
      return BsonDocument.parse(new String(content.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
