package dev.perennial.ingest.preview;

import dev.perennial.ingest.intake.EventDocument;
import dev.perennial.starter.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The events of a request's body: one, or a batch, by the document's root. */
final class PreviewBody {

  private static final byte[] NOTHING = {};

  private PreviewBody() {}

  /**
   * @throws ProblemException as posting the body would: 400, 413 or 422
   */
  static List<JsonNode> events(byte @Nullable [] body, int most) {
    JsonNode root = EventDocument.parse(body == null ? NOTHING : body);
    if (root.isObject()) {
      return List.of(root);
    }
    if (!root.isArray()) {
      throw EventDocument.notEvents();
    }
    EventDocument.requirePermittedSize(root.size(), most);
    return List.copyOf(root.values());
  }
}
