package dev.perennial.ingest.intake;

import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.event.Arrival;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventCodec;
import dev.perennial.domain.event.ExchangeRatesPublished;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.ReferenceEvent;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.problem.ProblemException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** From an event's JSON to an event that may be taken, or to what is wrong with it. */
public final class EventReader {

  private static final Item.Fault TIME_FUTURE =
      Item.Fault.of("time-future", "/time", "The time lies too far ahead of our clock.");

  private static final Item.Fault TIME_TOO_OLD =
      Item.Fault.of(
          "time-too-old", "/time", "The time lies too far back; history comes with mode=backfill.");

  private static final Item.Fault SCOPE_MISSING =
      new Item.Fault(
          403, "scope-missing", "/type", "The API key lacks the scope for exchange rates.");

  private final IngestProperties properties;
  private final Clock clock;

  EventReader(IngestProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * What ingest stamps on the events of a request.
   *
   * @param mode live, if null or {@code live}; {@code backfill} for history of any age
   * @throws ProblemException 400 for another mode, 403 without the scope for it
   */
  public Arrival arrival(Caller caller, @Nullable String mode) {
    // The control database and readers keep milliseconds; finer would be lost on the way.
    return new Arrival(
        caller.tenantId(), clock.instant().truncatedTo(ChronoUnit.MILLIS), mode(caller, mode));
  }

  private static Mode mode(Caller caller, @Nullable String mode) {
    if (mode == null || mode.equals("live")) {
      return Mode.LIVE;
    }
    if (!mode.equals("backfill")) {
      throw new ProblemException(400, "parameter-invalid", "mode is live or backfill.");
    }
    if (!caller.scopes().contains(Scope.EVENTS_BACKFILL)) {
      throw new ProblemException(
          403, "scope-missing", "The API key lacks the scope for mode=backfill.");
    }
    return Mode.BACKFILL;
  }

  /**
   * @param index its place in the request, from 0
   * @param json the envelope with its data, in CloudEvents' JSON format
   */
  public Item read(int index, JsonNode json, Arrival arrival, Caller caller) {
    return read(index, EventCodec.decode(json, arrival), arrival, caller);
  }

  /**
   * @param index its place in the request, from 0
   */
  public Item read(int index, Decoding decoding, Arrival arrival, Caller caller) {
    return switch (decoding) {
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

  private Item timely(int index, Taken event, Arrival arrival) {
    Fact fact = event.fact();
    // What is meant for later says so with effectiveOn; a time that far ahead is a wrong clock.
    if (fact.time().isAfter(arrival.receivedAt().plus(properties.futureWindow()))) {
      return new Item.Invalid(index, TIME_FUTURE);
    }
    boolean old = fact.time().isBefore(arrival.receivedAt().minus(properties.backfillWindow()));
    return old && arrival.mode() == Mode.LIVE
        ? new Item.Invalid(index, TIME_TOO_OLD)
        : new Item.Valid(index, event);
  }
}
