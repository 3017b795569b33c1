package dev.perennial.ingest;

import dev.perennial.contracts.control.Scope;
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

  private final SubmissionReader reader;
  private final EventLog log;
  private final IngestMetrics metrics;

  EventsController(SubmissionReader reader, EventLog log, IngestMetrics metrics) {
    this.reader = reader;
    this.log = log;
    this.metrics = metrics;
  }

  @Override
  public ResponseEntity<Object> post(
      byte @Nullable [] body, MediaType contentType, boolean atomic, Caller caller) {
    Submission submission =
        reader.read(body == null ? NOTHING : body, BodyForm.of(contentType), caller);
    int valid = submission.valid().size();
    metrics.rejected(submission.items().size() - valid);
    if (valid == 0 || (atomic && !submission.isValid())) {
      return Answers.rejected(submission);
    }
    Publication publication = publish(submission);
    int acknowledged = publication.acknowledged().size();
    metrics.published(acknowledged, valid - acknowledged);
    return Answers.published(publication);
  }

  private Publication publish(Submission submission) {
    try {
      var events = submission.valid().stream().map(Item.Valid::event).toList();
      return Publication.of(submission, log.append(events));
    } catch (EventLog.Full full) {
      throw Answers.full();
    } catch (EventLog.TooLarge tooLarge) {
      throw Answers.tooLarge();
    }
  }
}
