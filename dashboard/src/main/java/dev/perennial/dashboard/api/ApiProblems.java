package dev.perennial.dashboard.api;

import com.mongodb.MongoException;
import dev.perennial.dashboard.projection.UnreadableDocumentException;
import dev.perennial.dashboard.subscriber.SubscriberNotFoundException;
import dev.perennial.starter.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers the read API's own failures as problem details; the starter answers all others. */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
@Order(0)
class ApiProblems {

  private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);
  private static final String SECONDS_TO_RETRY = "2";

  @ExceptionHandler
  ResponseEntity<Problem> notFound(SubscriberNotFoundException missing) {
    return answer(Problem.of(404, "subscriber-unknown", "There is no such subscriber."));
  }

  @ExceptionHandler
  ResponseEntity<Problem> databaseFailed(MongoException failure) {
    LOG.warn("MongoDB did not answer a read of the API", failure);
    return answer(Problem.of(503, "database-unavailable", "The database did not answer in time."));
  }

  @ExceptionHandler
  ResponseEntity<Problem> unreadable(UnreadableDocumentException failure) {
    LOG.error("A stored document is not what the contract says", failure);
    return answer(Problem.of(500, "document-unreadable", "A stored document cannot be read."));
  }

  private static ResponseEntity<Problem> answer(Problem problem) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    return problem.status() == 503
        ? answer.header(HttpHeaders.RETRY_AFTER, SECONDS_TO_RETRY).body(problem)
        : answer.body(problem);
  }
}
