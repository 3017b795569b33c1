package dev.perennial.operations.importing;

import dev.perennial.operations.OperationException;
import dev.perennial.operations.Redaction;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** What an answer means that is no stream of results. */
final class Refusal {

  private static final int LONGEST_PROBLEM = 64 * 1024;
  private static final Duration UNLESS_IT_SAYS = Duration.ofSeconds(2);

  private Refusal() {}

  /**
   * How long to wait before a stream is begun again.
   *
   * @throws OperationException if that is useless
   */
  static Duration wait(IngestStream.Head head, InputStream body) throws IOException {
    switch (head.status()) {
      case 429, 503 -> {
        return retryAfter(head.headers());
      }
      case 401 -> throw unauthenticated();
      case 403 ->
          throw new OperationException(
              "The API key lacks a scope: events:write, and for history events:backfill");
      default ->
          throw new OperationException(
              ("Ingest answered %d %s".formatted(head.status(), code(body))).strip());
    }
  }

  static OperationException unauthenticated() {
    return new OperationException("Ingest does not accept the API key");
  }

  private static Duration retryAfter(Map<String, String> headers) {
    return Optional.ofNullable(headers.get("retry-after"))
        .filter(text -> text.matches("\\d{1,4}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(UNLESS_IT_SAYS);
  }

  /** Something between us and ingest may answer with anything. */
  private static String code(InputStream body) throws IOException {
    try {
      var problem = AnswerLine.JSON.readTree(body.readNBytes(LONGEST_PROBLEM));
      return Redaction.oneLine(problem.path("code").asString(""));
    } catch (JacksonException other) {
      return "";
    }
  }
}
