package dev.perennial.notifier.destinations;

import com.mongodb.MongoException;
import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.event.InvalidInput;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.access.RequiresScope;
import dev.perennial.starter.problem.Problem;
import dev.perennial.starter.problem.ProblemException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A subscriber's destinations; the tenant comes from the API key alone. */
@RestController
@RequestMapping(DestinationController.PATH)
@RequiresScope(Scope.DESTINATIONS_WRITE)
class DestinationController {

  static final String PATH = "/v1/subscribers/{subscriberId}/destinations/{destinationId}";

  /** Enough for a household, too few to send spam by. */
  static final int MOST_DESTINATIONS = 20;

  private static final int LARGEST_BODY = 8 * 1024;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final Destinations destinations;

  DestinationController(Destinations destinations) {
    this.destinations = destinations;
  }

  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<DestinationView> put(
      Caller caller,
      @PathVariable String subscriberId,
      @PathVariable String destinationId,
      @RequestBody(required = false) byte @Nullable [] body) {
    var subscriber = subscriber(caller, subscriberId);
    var id = PathIds.destination(destinationId);
    var address = DestinationRequest.parse(limited(body));
    if (destinations.countOthers(subscriber, id) >= MOST_DESTINATIONS) {
      throw new ProblemException(
          422, "destination-limit", "A subscriber has at most 20 destinations.");
    }
    var destination = new Destination(subscriber, id, address);
    var status = destinations.put(destination) ? HttpStatus.CREATED : HttpStatus.OK;
    return ResponseEntity.status(status).body(DestinationView.of(destination));
  }

  @GetMapping
  DestinationView get(
      Caller caller, @PathVariable String subscriberId, @PathVariable String destinationId) {
    var subscriber = subscriber(caller, subscriberId);
    return destinations
        .find(subscriber, PathIds.destination(destinationId))
        .map(DestinationView::of)
        .orElseThrow(DestinationController::notFound);
  }

  @DeleteMapping
  ResponseEntity<Void> delete(
      Caller caller, @PathVariable String subscriberId, @PathVariable String destinationId) {
    var subscriber = subscriber(caller, subscriberId);
    if (!destinations.delete(subscriber, PathIds.destination(destinationId))) {
      throw notFound();
    }
    return ResponseEntity.noContent().build();
  }

  private static SubscriberKey subscriber(Caller caller, String subscriberId) {
    return new SubscriberKey(caller.tenantId(), PathIds.subscriber(subscriberId));
  }

  private static byte[] limited(byte @Nullable [] body) {
    if (body == null) {
      return new byte[0];
    }
    if (body.length > LARGEST_BODY) {
      throw new ProblemException(413, "body-too-large", "The body is larger than permitted.");
    }
    return body;
  }

  private static ProblemException notFound() {
    return new ProblemException(404, "not-found", "There is nothing here.");
  }

  @ExceptionHandler
  ResponseEntity<Problem> invalid(InvalidInput input) {
    var violation = input.violation();
    var status = violation.defect().isSyntactic() ? 400 : 422;
    var problem = Problem.of(status, violation.code(), violation.detail(), violation.pointer());
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  /** 503 through the advice that writes all problems. */
  @ExceptionHandler
  ResponseEntity<Problem> unavailable(MongoException away) {
    var answer =
        ProblemException.unavailable(
            "destinations-unavailable", "Destinations cannot be reached now.", RETRY_AFTER);
    return ResponseEntity.status(answer.problem().status())
        .headers(answer.headers())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(answer.problem());
  }
}
