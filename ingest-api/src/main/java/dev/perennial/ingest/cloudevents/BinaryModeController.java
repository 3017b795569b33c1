package dev.perennial.ingest.cloudevents;

import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.event.Arrival;
import dev.perennial.ingest.intake.EventReader;
import dev.perennial.ingest.intake.Intake;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.access.RequiresScope;
import dev.perennial.starter.problem.ProblemException;
import dev.perennial.starter.problem.ProblemStatus;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes one event in CloudEvents' binary mode. A Content-Type of another form decides against it,
 * whatever headers there are. Described with the other forms in {@link EventsApi}.
 */
@Hidden
@RestController
@RequiresScope(Scope.EVENTS_WRITE)
class BinaryModeController {

  private static final byte[] NOTHING = {};

  /** What a request without Content-Type is taken for. */
  private static final String NOT_SAID = MediaType.APPLICATION_OCTET_STREAM_VALUE;

  private static final int UNSUPPORTED_MEDIA_TYPE = 415;

  private final EventReader events;
  private final Intake intake;

  BinaryModeController(EventReader events, Intake intake) {
    this.events = events;
    this.intake = intake;
  }

  @PostMapping(
      path = "/v1/events",
      headers = "ce-specversion",
      consumes = {MediaType.APPLICATION_JSON_VALUE, NOT_SAID},
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> post(
      @RequestBody(required = false) byte @Nullable [] body,
      @RequestParam(required = false) @Nullable String mode,
      HttpServletRequest request,
      Caller caller) {
    Arrival arrival = events.arrival(caller, mode);
    var event = BinaryModeReader.read(request, body == null ? NOTHING : body);
    var submission = new Submission(false, List.of(events.read(0, event, arrival, caller)));
    return Answers.published(submission, intake.begin(submission.items(), caller).await());
  }

  /** Binary mode that lacks its version: refused for that, not read as another form. */
  @PostMapping(
      path = "/v1/events",
      headers = {"ce-id", "!ce-specversion"},
      consumes = {MediaType.APPLICATION_JSON_VALUE, NOT_SAID},
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> postWithoutVersion(
      @RequestBody(required = false) byte @Nullable [] body,
      @RequestParam(required = false) @Nullable String mode,
      HttpServletRequest request,
      Caller caller) {
    return post(body, mode, request, caller);
  }

  /** Neither form: without this it would be no path at all, since another header leads to one. */
  @PostMapping(
      path = "/v1/events",
      headers = {"!ce-id", "!ce-specversion"},
      consumes = NOT_SAID)
  void postOfNoForm(Caller caller) {
    throw new ProblemException(ProblemStatus.problem(UNSUPPORTED_MEDIA_TYPE));
  }
}
