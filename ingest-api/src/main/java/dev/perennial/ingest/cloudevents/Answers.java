package dev.perennial.ingest.cloudevents;

import static java.util.Objects.requireNonNull;

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

  private static final int UNPROCESSABLE = 422;

  private Answers() {}

  /** Nothing was sent: no event is valid, or an atomic batch has a bad one. */
  static ResponseEntity<Object> rejected(Submission submission, List<ItemResult> results) {
    if (!submission.batch()) {
      throw new ProblemException(only(submission.items().getFirst(), results.getFirst()));
    }
    return problem(Problem.of(422, "batch-rejected", "No event of the batch was taken."), results);
  }

  private static Problem only(Item item, ItemResult result) {
    int status = item instanceof Item.Invalid invalid ? invalid.fault().status() : UNPROCESSABLE;
    String code = requireNonNull(result.code(), "code");
    return Problem.of(status, code, result.detail(), result.pointer());
  }

  static ResponseEntity<Object> published(Submission submission, List<ItemResult> results) {
    if (results.stream().noneMatch(ItemResult::isAccepted)) {
      return results.stream().anyMatch(ItemResult::isUnacknowledged)
          ? unacknowledged(submission, results)
          : rejected(submission, results);
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
