package dev.perennial.ingest.intake;

import dev.perennial.contracts.event.InvalidInput;
import dev.perennial.contracts.event.StrictJson;
import dev.perennial.contracts.event.Violation;
import dev.perennial.starter.problem.Problem;
import dev.perennial.starter.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/** What holds for every body that is one JSON document of events. */
public final class EventDocument {

  private EventDocument() {}

  /**
   * @throws ProblemException 400 if the body is not one strict JSON document
   */
  public static JsonNode parse(byte[] body) {
    try {
      return StrictJson.parse(body);
    } catch (InvalidInput invalid) {
      Violation violation = invalid.violation();
      throw new ProblemException(400, violation.code(), violation.detail());
    }
  }

  /** 422: the root is none that there may be. */
  public static ProblemException notEvents() {
    String detail = "The document is not an event, or not a list of events.";
    return new ProblemException(Problem.of(422, "type", detail, ""));
  }

  /**
   * @param size of a batch
   * @param most it may have
   * @throws ProblemException 422 if it is empty, 413 if it is too large
   */
  public static void requirePermittedSize(int size, int most) {
    if (size == 0) {
      throw new ProblemException(Problem.of(422, "batch-empty", "The batch has no event.", ""));
    }
    if (size > most) {
      throw new ProblemException(
          413, "batch-too-large", "A batch has at most " + most + " events.");
    }
  }
}
