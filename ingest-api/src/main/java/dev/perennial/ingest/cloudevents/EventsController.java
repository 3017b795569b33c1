package dev.perennial.ingest.cloudevents;

import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.event.Arrival;
import dev.perennial.ingest.intake.EventReader;
import dev.perennial.ingest.intake.Intake;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.access.RequiresScope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Takes events: read, checked, on the broker, and only then answered. */
@RestController
@RequiresScope(Scope.EVENTS_WRITE)
class EventsController implements EventsApi {

  private static final byte[] NOTHING = {};

  private final EventReader events;
  private final SubmissionReader reader;
  private final Intake intake;

  EventsController(EventReader events, SubmissionReader reader, Intake intake) {
    this.events = events;
    this.reader = reader;
    this.intake = intake;
  }

  @Override
  public ResponseEntity<Object> post(
      byte @Nullable [] body,
      MediaType contentType,
      boolean atomic,
      @Nullable String mode,
      Caller caller) {
    Arrival arrival = events.arrival(caller, mode);
    Submission submission =
        reader.read(body == null ? NOTHING : body, BodyForm.of(contentType), arrival, caller);
    var underway =
        atomic
            ? intake.beginAtomic(submission.items(), caller)
            : intake.begin(submission.items(), caller);
    return Answers.published(submission, underway.await());
  }
}
