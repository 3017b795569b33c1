package dev.perennial.operations.importing;

import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line of ingest's answer to a stream. */
sealed interface AnswerLine {

  JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What became of one line.
   *
   * @param code why it was rejected; empty where it was not, as pointer and detail are
   */
  record Result(Outcome outcome, String code, String pointer, String detail)
      implements AnswerLine {}

  /**
   * The stream is over.
   *
   * @param reason why before its body; empty if it was not
   */
  record Last(String reason) implements AnswerLine {}

  /** What became of a line. */
  enum Outcome {
    ACCEPTED,
    DUPLICATE,
    REJECTED,
    UNACKNOWLEDGED
  }

  /**
   * @throws IOException if it is none
   */
  static AnswerLine parse(String text) throws IOException {
    JsonNode line;
    try {
      line = JSON.readTree(text);
    } catch (JacksonException none) {
      throw new IOException("The answer is not what ingest answers", none);
    }
    if (line.has("summary")) {
      return new Last(line.path("reason").asString(""));
    }
    return new Result(
        outcome(line.path("status").asString("")),
        line.path("code").asString(""),
        line.path("pointer").asString(""),
        line.path("detail").asString(""));
  }

  private static Outcome outcome(String status) throws IOException {
    return switch (status) {
      case "accepted" -> Outcome.ACCEPTED;
      case "duplicate" -> Outcome.DUPLICATE;
      case "rejected" -> Outcome.REJECTED;
      case "unacknowledged" -> Outcome.UNACKNOWLEDGED;
      default -> throw new IOException("The answer is not what ingest answers");
    };
  }
}
