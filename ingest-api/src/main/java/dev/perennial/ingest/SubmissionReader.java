package dev.perennial.ingest;

import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.event.Arrival;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventCodec;
import dev.perennial.contracts.event.InvalidInput;
import dev.perennial.contracts.event.StrictJson;
import dev.perennial.contracts.event.Violation;
import dev.perennial.domain.event.ExchangeRatesPublished;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.ReferenceEvent;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.problem.Problem;
import dev.perennial.starter.problem.ProblemException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** From a body to events, each valid or with what is wrong with it. */
final class SubmissionReader {

  private static final Item.Fault TIME_FUTURE =
      Item.Fault.of("time-future", "/time", "The time lies too far ahead of our clock.");

  private static final Item.Fault SCOPE_MISSING =
      new Item.Fault(
          403, "scope-missing", "/type", "The API key lacks the scope for exchange rates.");

  private final IngestProperties properties;
  private final Clock clock;

  SubmissionReader(IngestProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * @throws ProblemException if the body as a whole cannot be read: 400, 413 or 422
   */
  Submission read(byte[] body, BodyForm form, Caller caller) {
    JsonNode root = parse(body);
    boolean batch = form.isBatch(root);
    if (batch) {
      requirePermittedSize(root.size());
    }
    // The control database and readers keep milliseconds; finer would be lost on the way.
    var arrival =
        new Arrival(caller.tenantId(), clock.instant().truncatedTo(ChronoUnit.MILLIS), Mode.LIVE);
    List<Item> items = new ArrayList<>();
    for (JsonNode event : batch ? root : List.of(root)) {
      items.add(item(items.size(), event, arrival, caller));
    }
    return new Submission(batch, Conflicts.rejected(items));
  }

  private static JsonNode parse(byte[] body) {
    try {
      return StrictJson.parse(body);
    } catch (InvalidInput invalid) {
      Violation violation = invalid.violation();
      throw new ProblemException(400, violation.code(), violation.detail());
    }
  }

  private void requirePermittedSize(int size) {
    if (size == 0) {
      throw new ProblemException(Problem.of(422, "batch-empty", "The batch has no event.", ""));
    }
    if (size > properties.maxBatch()) {
      throw new ProblemException(
          413, "batch-too-large", "A batch has at most " + properties.maxBatch() + " events.");
    }
  }

  private Item item(int index, JsonNode json, Arrival arrival, Caller caller) {
    return switch (EventCodec.decode(json, arrival)) {
      case Decoding.Decoded decoded ->
          timely(index, new Taken.OfSubscriber(decoded.event()), arrival);
      case Decoding.DecodedReference decoded ->
          permits(caller, decoded.event())
              ? timely(index, new Taken.Reference(decoded.event()), arrival)
              : new Item.Invalid(index, SCOPE_MISSING);
      case Decoding.Rejected rejected ->
          new Item.Invalid(index, Item.Fault.of(rejected.violation()));
    };
  }

  /** Rates change the figures of every tenant; what a tenant says holds for itself. */
  private static boolean permits(Caller caller, ReferenceEvent event) {
    return !(event.fact().data() instanceof ExchangeRatesPublished)
        || caller.scopes().contains(Scope.RATES_WRITE);
  }

  /** What is meant for later says so with effectiveOn; a time that far ahead is a wrong clock. */
  private Item timely(int index, Taken event, Arrival arrival) {
    return event.fact().time().isAfter(arrival.receivedAt().plus(properties.futureWindow()))
        ? new Item.Invalid(index, TIME_FUTURE)
        : new Item.Valid(index, event);
  }
}
