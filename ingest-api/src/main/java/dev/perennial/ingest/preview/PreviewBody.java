package dev.perennial.ingest.preview;

import dev.perennial.contracts.event.InvalidInput;
import dev.perennial.contracts.event.StrictJson;
import dev.perennial.contracts.event.Violation;
import dev.perennial.starter.problem.Problem;
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
    JsonNode root = parse(body == null ? NOTHING : body);
    if (root.isObject()) {
      return List.of(root);
    }
    if (!root.isArray()) {
      throw invalid("type", "The document is not an event, or not a list of events.");
    }
    if (root.isEmpty()) {
      throw invalid("batch-empty", "The batch has no event.");
    }
    if (root.size() > most) {
      throw new ProblemException(
          413, "batch-too-large", "A batch has at most " + most + " events.");
    }
    return List.copyOf(root.values());
  }

  private static JsonNode parse(byte[] body) {
    try {
      return StrictJson.parse(body);
    } catch (InvalidInput invalid) {
      Violation violation = invalid.violation();
      throw new ProblemException(400, violation.code(), violation.detail());
    }
  }

  private static ProblemException invalid(String code, String detail) {
    return new ProblemException(Problem.of(422, code, detail, ""));
  }
}
