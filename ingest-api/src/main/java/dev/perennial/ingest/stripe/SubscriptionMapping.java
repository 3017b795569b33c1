package dev.perennial.ingest.stripe;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The family {@code customer.subscription.*}. Each event carries a whole snapshot, so each but the
 * first and the last says every facet anew; what an update names as changed says only whether it
 * cancelled, took back, paused or resumed.
 */
final class SubscriptionMapping {

  private SubscriptionMapping() {}

  static Mapped map(StripeEvent event, String source) {
    Optional<String> customer = event.customer();
    if (customer.isEmpty()) {
      return new Mapped.Ignored(Reason.CUSTOMER_MISSING);
    }
    Snapshot snapshot = new Snapshot(event.object());
    CloudEvents events = CloudEvents.of(event, source, customer.get(), snapshot.id());
    return new Mapped.Events(
        event.created(),
        switch (event.type()) {
          case "customer.subscription.created" -> created(event, snapshot, events);
          case "customer.subscription.deleted" -> List.of(ended(event, events));
          case "customer.subscription.paused" -> paused(event, snapshot, events);
          case "customer.subscription.resumed" -> resumed(event, snapshot, events);
          default -> updated(event, snapshot, events);
        });
  }

  private static List<ObjectNode> created(
      StripeEvent event, Snapshot snapshot, CloudEvents events) {
    ObjectNode data = snapshot.facets();
    snapshot.trialEnds(event.created()).ifPresent(day -> data.put("trialEnds", day.toString()));
    List<ObjectNode> all = new ArrayList<>();
    all.add(events.first("subscription.started", Slot.STARTED.in(event.created()), data));
    Turn turn = Turn.of(event.object());
    if (turn.isPaused()) {
      all.add(pause(event, turn, events));
    }
    if (turn.isCancelled()) {
      all.add(cancellation(event, turn, events));
    }
    return all;
  }

  private static List<ObjectNode> updated(
      StripeEvent event, Snapshot snapshot, CloudEvents events) {
    Turn now = Turn.of(event.object());
    Turn before = Turn.before(event.object(), event.previous());
    List<ObjectNode> all = new ArrayList<>();
    all.add(events.first("subscription.changed", changedAt(event, snapshot), snapshot.facets()));
    if (!now.isPausedLike(before)) {
      all.addAll(pauseTurned(event, before, now, events));
    }
    if (!now.endsLike(before)) {
      all.add(now.isCancelled() ? cancellation(event, now, events) : takenBack(event, events));
    }
    if (now.expired() && !before.expired()) {
      all.add(end(events, event.created(), day(event.created()), "ended"));
    }
    return all;
  }

  /** A pause that got another end is one that ended and one that began. */
  private static List<ObjectNode> pauseTurned(
      StripeEvent event, Turn before, Turn now, CloudEvents events) {
    List<ObjectNode> all = new ArrayList<>();
    if (before.isPaused()) {
      all.add(
          events.further(
              "resumed", "subscription.resumed", at(Slot.RESUMED, event), CloudEvents.data()));
    }
    if (now.isPaused()) {
      all.add(pause(event, now, events));
    }
    return all;
  }

  private static List<ObjectNode> paused(StripeEvent event, Snapshot snapshot, CloudEvents events) {
    return List.of(
        events.first("subscription.paused", at(Slot.PAUSED, event), CloudEvents.data()),
        changedToo(event, snapshot, events));
  }

  private static List<ObjectNode> resumed(
      StripeEvent event, Snapshot snapshot, CloudEvents events) {
    return List.of(
        events.first("subscription.resumed", at(Slot.RESUMED, event), CloudEvents.data()),
        changedToo(event, snapshot, events));
  }

  private static ObjectNode changedToo(StripeEvent event, Snapshot snapshot, CloudEvents events) {
    return events.further(
        "changed", "subscription.changed", changedAt(event, snapshot), snapshot.facets());
  }

  private static ObjectNode pause(StripeEvent event, Turn turn, CloudEvents events) {
    ObjectNode data = CloudEvents.data();
    turn.resumesOn().ifPresent(day -> data.put("resumesOn", day.toString()));
    return events.further("paused", "subscription.paused", at(Slot.PAUSED, event), data);
  }

  private static ObjectNode cancellation(StripeEvent event, Turn turn, CloudEvents events) {
    ObjectNode data = CloudEvents.data();
    turn.endsOn()
        .ifPresentOrElse(
            day -> data.put("effectiveOn", day.toString()), () -> data.put("atPeriodEnd", true));
    return events.further("cancelled", "subscription.cancelled", at(Slot.CANCELLED, event), data);
  }

  private static ObjectNode takenBack(StripeEvent event, CloudEvents events) {
    return events.further(
        "reactivated", "subscription.reactivated", at(Slot.REACTIVATED, event), CloudEvents.data());
  }

  /** Deleted is what Stripe calls a subscription that is over: an end, and no erasure. */
  private static ObjectNode ended(StripeEvent event, CloudEvents events) {
    LocalDate day =
        event
            .object()
            .day("ended_at")
            .or(() -> event.object().day("canceled_at"))
            .orElseGet(() -> day(event.created()));
    return end(events, event.created(), day, null);
  }

  private static ObjectNode end(
      CloudEvents events, Instant created, LocalDate day, @Nullable String suffix) {
    ObjectNode data = CloudEvents.data().put("effectiveOn", day.toString());
    Instant time = Slot.ENDED.in(created);
    return suffix == null
        ? events.first("subscription.cancelled", time, data)
        : events.further(suffix, "subscription.cancelled", time, data);
  }

  private static Instant changedAt(StripeEvent event, Snapshot snapshot) {
    return Slot.changed(event.created(), snapshot.periodEnd().orElse(event.created()));
  }

  private static Instant at(Slot slot, StripeEvent event) {
    return slot.in(event.created());
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }
}
