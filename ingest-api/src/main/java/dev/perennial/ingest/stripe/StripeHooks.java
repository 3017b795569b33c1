package dev.perennial.ingest.stripe;

import com.mongodb.MongoException;
import dev.perennial.contracts.control.Hook;
import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.event.Arrival;
import dev.perennial.domain.event.Mode;
import dev.perennial.ingest.intake.EventDocument;
import dev.perennial.ingest.intake.EventReader;
import dev.perennial.ingest.intake.IngestProperties;
import dev.perennial.ingest.intake.Intake;
import dev.perennial.ingest.intake.Item;
import dev.perennial.ingest.intake.ItemResult;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.problem.Problem;
import dev.perennial.starter.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What is done with a request of Stripe once its hook is known: verify, read, map, hand over. */
final class StripeHooks {

  private static final Logger LOG = LoggerFactory.getLogger(StripeHooks.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

  private final SigningSecrets secrets;
  private final StripeMapping mapping;
  private final ProjectedPayments payments;
  private final EventReader reader;
  private final IngestProperties limits;
  private final Intake intake;
  private final Modes modes;
  private final EarlierEvents earlier;
  private final HookMetrics metrics;

  /**
   * @param testModeIsRefused in production, where only real money counts
   */
  record Modes(boolean testModeIsRefused) {}

  StripeHooks(
      SigningSecrets secrets,
      StripeMapping mapping,
      ProjectedPayments payments,
      EventReader reader,
      IngestProperties limits,
      Intake intake,
      Modes modes,
      EarlierEvents earlier,
      HookMetrics metrics) {
    this.secrets = secrets;
    this.mapping = mapping;
    this.payments = payments;
    this.reader = reader;
    this.limits = limits;
    this.intake = intake;
    this.modes = modes;
    this.earlier = earlier;
    this.metrics = metrics;
  }

  /**
   * @param header Stripe-Signature; empty if there is none
   * @throws ProblemException 400, 422 or 503
   */
  HookAnswer take(Hook hook, byte[] body, String header) {
    verify(hook, body, header);
    JsonNode json = parse(body);
    String type = new StripeObject(json, "event").text("type").orElse(HookMetrics.NONE);
    return switch (mapped(hook, type, json)) {
      case Mapped.Ignored ignored -> {
        metrics.count(type, ignored.reason().code());
        yield HookAnswer.ignored(ignored.reason());
      }
      case Mapped.NotYet notYet -> {
        metrics.count(type, "not-yet");
        throw ProblemException.unavailable(
            "payment-unknown", "The payment may still come; send the refund again.", RETRY_AFTER);
      }
      case Mapped.Events events -> handOver(hook, type, events);
    };
  }

  private void verify(Hook hook, byte[] body, String header) {
    if (!secrets.signed(hook, body, header)) {
      metrics.count(HookMetrics.NONE, "signature-invalid");
      throw new ProblemException(
          400, "signature-invalid", "The signature is missing, wrong, or too old.");
    }
  }

  private JsonNode parse(byte[] body) {
    try {
      return EventDocument.parse(body);
    } catch (ProblemException invalid) {
      metrics.count(HookMetrics.NONE, "json-invalid");
      throw invalid;
    }
  }

  /** A type that is not known is not looked at: newer kinds of events have another form. */
  private Mapped mapped(Hook hook, String type, JsonNode json) {
    if (!type.equals(HookMetrics.NONE) && !StripeMapping.TYPES.contains(type)) {
      return new Mapped.Ignored(Reason.TYPE_UNKNOWN);
    }
    try {
      StripeEvent event = StripeEvent.of(json);
      return ofMode(hook, event)
          .orElseGet(() -> mapping.map(event, ownerOf(hook), payments.ofTenant(hook.tenantId())));
    } catch (Unmappable unmappable) {
      metrics.count(type, "unmappable");
      LOG.warn("An event of Stripe of the type {} lacks {}", type, unmappable.place());
      throw unmappable(unmappable.place());
    } catch (MongoException away) {
      metrics.count(type, "payments-unavailable");
      throw ProblemException.unavailable(
          "payments-unavailable", "Payments cannot be looked up at the moment.", RETRY_AFTER);
    }
  }

  private Optional<Mapped> ofMode(Hook hook, StripeEvent event) {
    boolean forTests = hook.environment() == Hook.Environment.TEST;
    if (!event.live() && (modes.testModeIsRefused() || !forTests)) {
      return Optional.of(new Mapped.Ignored(Reason.TEST_MODE));
    }
    return event.live() && forTests
        ? Optional.of(new Mapped.Ignored(Reason.LIVE_MODE))
        : Optional.empty();
  }

  private static String ownerOf(Hook hook) {
    return hook.account() == null ? hook.id() : hook.account();
  }

  private HookAnswer handOver(Hook hook, String type, Mapped.Events events) {
    Caller caller = new Caller(hook.tenantId(), "hook", Set.of(Scope.EVENTS_WRITE));
    Arrival arrival = arrival(events.happenedAt(), caller);
    List<Item> items = new ArrayList<>();
    for (JsonNode one : events.events()) {
      items.add(reader.read(items.size(), one, arrival, caller));
    }
    requireValid(type, items);
    List<ItemResult> results = intake.begin(Intake.checked(items), caller).await();
    if (!results.stream().allMatch(result -> stands(result, caller))) {
      metrics.count(type, "unacknowledged");
      throw ProblemException.unavailable(
          "unacknowledged",
          "The broker did not acknowledge in time; sending the event again is safe.",
          RETRY_AFTER);
    }
    if (results.stream().noneMatch(ItemResult::isAccepted)) {
      metrics.count(type, Reason.ALREADY_TAKEN.code());
      return HookAnswer.ignored(Reason.ALREADY_TAKEN);
    }
    metrics.count(type, HookAnswer.ACCEPTED);
    return HookAnswer.accepted(results);
  }

  /**
   * A repeated delivery may come to something else than the first did, as when a release maps more.
   * What was made of the first stands then, and repeating would mend nothing.
   */
  private boolean stands(ItemResult result, Caller caller) {
    return result.isAccepted() || earlier.standFor(result, caller.tenantId());
  }

  /** Stripe repeats for three days, and people resend: what is older than live events may be. */
  private Arrival arrival(Instant happenedAt, Caller caller) {
    Arrival live = reader.arrival(caller, null);
    Instant oldest = live.receivedAt().minus(limits.backfillWindow());
    return happenedAt.isBefore(oldest)
        ? new Arrival(live.tenantId(), live.receivedAt(), Mode.BACKFILL)
        : live;
  }

  /** All or nothing: half of what Stripe said would be neither its state nor the one before. */
  private void requireValid(String type, List<Item> items) {
    for (Item item : items) {
      if (item instanceof Item.Invalid invalid) {
        intake.withhold(items);
        metrics.count(type, "unmappable");
        LOG.warn(
            "An event of Stripe of the type {} is not taken: {} at {}",
            type,
            invalid.fault().code(),
            invalid.fault().pointer());
        throw unmappable(null);
      }
    }
  }

  /**
   * @param place within Stripe's event; null where it is what the event came to that is wrong
   */
  private static ProblemException unmappable(@Nullable String place) {
    String pointer = place == null ? null : place.substring("event".length()).replace('.', '/');
    return new ProblemException(
        Problem.of(
            422,
            "event-unmappable",
            "The event lacks what its type must have, or has what no event can have.",
            pointer));
  }
}
