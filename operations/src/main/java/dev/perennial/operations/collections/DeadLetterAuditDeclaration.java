package dev.perennial.operations.collections;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.control.ControlDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** The audit record's collection: its schema has no place for a value, so none gets into it. */
final class DeadLetterAuditDeclaration {

  private static final String FILE = "dead-letter-audit.json";

  private DeadLetterAuditDeclaration() {}

  static CollectionDeclaration read() {
    BsonDocument file = file();
    return new CollectionDeclaration(
        ControlDatabase.DEAD_LETTER_AUDIT,
        new BsonDocument("$jsonSchema", file.getDocument("document")),
        file.getArray("indexes").stream().map(BsonValue::asDocument).toList());
  }

  private static BsonDocument file() {
    try (InputStream content =
        Objects.requireNonNull(DeadLetterAuditDeclaration.class.getResourceAsStream(FILE), FILE)) {
      return BsonDocument.parse(new String(content.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
