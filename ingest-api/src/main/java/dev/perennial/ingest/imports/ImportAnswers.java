package dev.perennial.ingest.imports;

import dev.perennial.starter.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Which status says what became of a file. */
final class ImportAnswers {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private ImportAnswers() {}

  static ResponseEntity<Object> rejected(List<ImportItem> items) {
    return problem(Problem.of(422, "batch-rejected", "No row of the file was taken."), items);
  }

  static ResponseEntity<Object> published(List<ImportItem> items, Map<String, Integer> dropped) {
    int accepted = (int) items.stream().filter(ImportItem::taken).count();
    if (accepted == 0) {
      String detail = "The broker acknowledged nothing in time; sending the file again is safe.";
      return problem(Problem.of(503, ImportItem.UNACKNOWLEDGED, detail), items);
    }
    int others = items.size() - accepted;
    return ResponseEntity.status(others == 0 ? 202 : 207)
        .body(new ImportResult(accepted, others, dropped, items));
  }

  private static ResponseEntity<Object> problem(Problem problem, List<ImportItem> items) {
    var response =
        ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.status() == 503) {
      response.header(HttpHeaders.RETRY_AFTER, Long.toString(RETRY_AFTER.toSeconds()));
    }
    return response.body(new ImportProblem(problem, items));
  }
}
