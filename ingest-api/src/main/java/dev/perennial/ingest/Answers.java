package dev.perennial.ingest;

import static java.util.Objects.requireNonNull;

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
  static ResponseEntity<Object> rejected(Submission submission) {
    if (!submission.batch() && submission.items().getFirst() instanceof Item.Invalid invalid) {
      Item.Fault fault = invalid.fault();
      throw new ProblemException(
          Problem.of(fault.status(), fault.code(), fault.detail(), fault.pointer()));
    }
    List<ItemResult> items =
        submission.items().stream()
            .map(
                item ->
                    switch (item) {
                      case Item.Invalid invalid -> ItemResult.rejected(invalid);
                      case Item.Valid valid -> ItemResult.withheld(valid);
                    })
            .toList();
    return problem(Problem.of(422, "batch-rejected", "No event of the batch was taken."), items);
  }

  static ResponseEntity<Object> published(Publication publication) {
    if (publication.isEmpty()) {
      return unacknowledged(publication);
    }
    if (!publication.submission().batch()) {
      Item.Valid only = publication.submission().valid().getFirst();
      Acknowledgement acknowledgement =
          requireNonNull(publication.acknowledged().get(only.index()), "acknowledgement");
      return ResponseEntity.accepted().body(Accepted.of(only.event(), acknowledgement));
    }
    return ResponseEntity.status(publication.isComplete() ? 202 : 207)
        .body(BatchResult.of(publication.results()));
  }

  private static ResponseEntity<Object> unacknowledged(Publication publication) {
    if (!publication.submission().batch()) {
      throw ProblemException.unavailable(
          "unacknowledged",
          "The broker did not acknowledge in time; sending the event again is safe.",
          RETRY_AFTER);
    }
    String detail = "The broker acknowledged nothing in time; sending the batch again is safe.";
    return problem(Problem.of(503, "unacknowledged", detail), publication.results());
  }

  static ProblemException full() {
    return ProblemException.unavailable(
        "busy", "Too many events wait for the broker; nothing of this was sent.", RETRY_AFTER);
  }

  static ProblemException tooLarge() {
    return new ProblemException(
        413,
        "batch-too-large",
        "The batch has more records than may be on their way: reference data has one a partition.");
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
