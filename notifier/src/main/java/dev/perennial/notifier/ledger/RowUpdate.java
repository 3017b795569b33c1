package dev.perennial.notifier.ledger;

import java.util.List;
import org.bson.Document;

/**
 * One move of a row as a MongoDB pipeline update, so that the database's clock ({@code $$NOW})
 * stamps it: leases of machines whose clocks differ stay comparable.
 */
final class RowUpdate {

  private final Document set;

  private RowUpdate(DeliveryState to) {
    set =
        new Document("state", to.name())
            .append("at", "$$NOW")
            .append("revision", new Document("$add", List.of("$revision", 1L)))
            .append("outbox", true)
            .append("reason", "$$REMOVE");
  }

  /**
   * @throws IllegalArgumentException if the states do not follow each other
   */
  static RowUpdate move(DeliveryState from, DeliveryState to) {
    if (!from.canBecome(to)) {
      throw new IllegalArgumentException("A delivery does not go from " + from + " to " + to);
    }
    return new RowUpdate(to);
  }

  RowUpdate set(String field, Object expression) {
    set.put(field, expression);
    return this;
  }

  /** A stable code, never text from a server or a user. */
  RowUpdate because(String reason) {
    return set("reason", new Document("$literal", reason));
  }

  static Document fromNow(java.time.Duration delay) {
    return new Document("$add", List.of("$$NOW", delay.toMillis()));
  }

  List<Document> pipeline() {
    return List.of(new Document("$set", set));
  }
}
