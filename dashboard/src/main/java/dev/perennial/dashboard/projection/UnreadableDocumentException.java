package dev.perennial.dashboard.projection;

/** A stored document is not what the projections' contract says; names the field, not its value. */
public final class UnreadableDocumentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableDocumentException(String collection, String field) {
    super(message(collection, field));
  }

  UnreadableDocumentException(String collection, String field, RuntimeException cause) {
    super(message(collection, field), cause);
  }

  private static String message(String collection, String field) {
    return "A document of %s has no readable field %s".formatted(collection, field);
  }
}
