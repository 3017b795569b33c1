package dev.perennial.ingest.cloudevents;

import dev.perennial.contracts.event.Arrival;
import dev.perennial.ingest.intake.EventDocument;
import dev.perennial.ingest.intake.EventReader;
import dev.perennial.ingest.intake.IngestProperties;
import dev.perennial.ingest.intake.Intake;
import dev.perennial.ingest.intake.Item;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** From a body to events, each valid or with what is wrong with it. */
@Component
final class SubmissionReader {

  private final EventReader events;
  private final IngestProperties properties;

  SubmissionReader(EventReader events, IngestProperties properties) {
    this.events = events;
    this.properties = properties;
  }

  /**
   * @throws ProblemException if the body as a whole cannot be read: 400, 413 or 422
   */
  Submission read(byte[] body, BodyForm form, Arrival arrival, Caller caller) {
    JsonNode root = EventDocument.parse(body);
    boolean batch = form.isBatch(root);
    if (batch) {
      EventDocument.requirePermittedSize(root.size(), properties.maxBatch());
    }
    List<Item> items = new ArrayList<>();
    for (JsonNode event : batch ? root : List.of(root)) {
      items.add(events.read(items.size(), event, arrival, caller));
    }
    return new Submission(batch, Intake.checked(items));
  }
}
