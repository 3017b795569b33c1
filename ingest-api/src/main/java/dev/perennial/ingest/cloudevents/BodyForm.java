package dev.perennial.ingest.cloudevents;

import dev.perennial.ingest.intake.EventDocument;
import dev.perennial.starter.problem.ProblemException;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** What a Content-Type promises of the document's root. */
enum BodyForm {
  STRUCTURED,
  BATCH,
  EITHER;

  static final String STRUCTURED_TYPE = "application/cloudevents+json";
  static final String BATCH_TYPE = "application/cloudevents-batch+json";

  static BodyForm of(MediaType contentType) {
    return switch (contentType.getSubtype()) {
      case "cloudevents+json" -> STRUCTURED;
      case "cloudevents-batch+json" -> BATCH;
      default -> EITHER;
    };
  }

  /**
   * Whether the document is a batch.
   *
   * @throws ProblemException 422 if the root is not what was promised
   */
  boolean isBatch(JsonNode root) {
    boolean kept = (root.isArray() && this != STRUCTURED) || (root.isObject() && this != BATCH);
    if (!kept) {
      throw EventDocument.notEvents();
    }
    return root.isArray();
  }
}
