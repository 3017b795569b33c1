package dev.perennial.ingest.cloudevents;

import dev.perennial.ingest.intake.Item;
import dev.perennial.ingest.intake.ItemResult;
import dev.perennial.starter.problem.Problem;
import dev.perennial.starter.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Which status says what happened. */
final class Answers {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private Answers() {}

  /** Nothing was sent: no event is valid, or an atomic batch has a bad one. */
  static ResponseEntity<Object> rejected(Submission submission, List<ItemResult> results) {
    if (!submission.batch() && submission.items().getFirst() instanceof Item.Invalid invalid) {
      Item.Fault fault = invalid.fault();
      throw new ProblemException(
          Problem.of(fault.status(), fault.code(), fault.detail(), fault.pointer()));
    }
    return problem(Problem.of(422, "batch-rejected", "No event of the batch was taken."), results);
  }

  static ResponseEntity<Object> published(Submission submission, List<ItemResult> results) {
    if (results.stream().noneMatch(ItemResult::isAccepted)) {
      return unacknowledged(submission, results);
    }
    if (!submission.batch()) {
      return ResponseEntity.accepted().body(Accepted.of(results.getFirst()));
    }
    boolean complete = results.stream().allMatch(ItemResult::isAccepted);
    return ResponseEntity.status(complete ? 202 : 207).body(BatchResult.of(results));
  }

  private static ResponseEntity<Object> unacknowledged(
      Submission submission, List<ItemResult> results) {
    if (!submission.batch()) {
      throw ProblemException.unavailable(
          "unacknowledged",
          "The broker did not acknowledge in time; sending the event again is safe.",
          RETRY_AFTER);
    }
    String detail = "The broker acknowledged nothing in time; sending the batch again is safe.";
    return problem(Problem.of(503, "unacknowledged", detail), results);
  }

  private static ResponseEntity<Object> problem(Problem problem, List<ItemResult> items) {
    var response =
        ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.status() == 503) {
      response.header(HttpHeaders.RETRY_AFTER, Long.toString(RETRY_AFTER.toSeconds()));
    }
    return response.body(new BatchProblem(problem, items));
  }
}
