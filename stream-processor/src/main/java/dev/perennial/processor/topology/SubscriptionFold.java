package dev.perennial.processor.topology;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.contracts.alert.AlertMessages;
import dev.perennial.contracts.alert.AlertVoided;
import dev.perennial.contracts.projection.ErasedDocument;
import dev.perennial.contracts.projection.PaymentDocument;
import dev.perennial.contracts.projection.ProjectionDocument;
import dev.perennial.contracts.projection.SubscriptionDocument;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.alert.Alerts;
import dev.perennial.domain.alert.RaisedAlerts;
import dev.perennial.domain.alert.ScheduledAlert;
import dev.perennial.domain.alert.SubscriberAlerts;
import dev.perennial.domain.exchange.RateTable;
import dev.perennial.domain.fold.Derivation;
import dev.perennial.domain.fold.FactStatus;
import dev.perennial.domain.fold.Floor;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.fold.SubscriptionView;
import dev.perennial.domain.total.Additions;
import dev.perennial.domain.total.Difference;
import dev.perennial.processor.state.StoredFact;
import dev.perennial.processor.state.StoredFacts;
import dev.perennial.processor.state.SubscriptionMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Derives a subscription and finds what there is to say that was not said. It writes nothing, and
 * reads nothing but rates, so whatever it throws has left no trace.
 */
final class SubscriptionFold {

  /** The subscription's own document among the digests; no payment has an empty id. */
  private static final String OWN = "";

  /** By the business clock: often enough to be in time, and seldom enough to leave others room. */
  static final Duration LOOKED_AT_AGAIN = Duration.ofMinutes(1);

  private final SubscriptionKey key;
  private final SubscriptionMemory before;
  private final StoredFacts facts;
  private final List<StoredFact> forgotten;
  private final Floor floor;
  private final Subscriber subscriber;
  private final RateTable rates;
  private final int partition;

  /**
   * @param before with the facts that are new
   */
  SubscriptionFold(
      SubscriptionKey key,
      SubscriptionMemory before,
      Floor floor,
      Subscriber subscriber,
      RateTable rates,
      int partition) {
    this.key = key;
    this.before = before;
    this.facts = before.facts().after(floor);
    this.forgotten = before.facts().upTo(floor);
    this.floor = floor;
    this.subscriber = subscriber;
    this.rates = rates;
    this.partition = partition;
  }

  /**
   * The subscription between two ticks. Nothing is raised: where something should be, the next tick
   * is asked to look.
   *
   * @param now the business clock; null before the first tick, when the newest fact's time stands
   *     in
   */
  Folded between(@Nullable Instant now) {
    Instant asOf = now != null ? now : before.facts().entries().getLast().fact().time();
    if (facts.isEmpty()) {
      return gone(asOf);
    }
    SubscriptionView view = view(asOf);
    Alerts wanted = Alerts.at(view, subscriber, raised(), asOf);
    boolean urgent = !wanted.raised().isEmpty() || !wanted.voided().isEmpty();
    Optional<ScheduledAlert> next = Alerts.scheduled(view, subscriber, asOf);
    Instant moment = urgent ? asOf : moment(view, next, wanted.heldUntil(), raised(), asOf);
    return folded(view, next, raised(), withdrawn(asOf).toList(), moment);
  }

  /** The subscription at a tick, with its alerts where the mode raises them. */
  Folded at(Instant tick, Mode mode) {
    if (facts.isEmpty()) {
      return gone(tick);
    }
    return switch (mode) {
      case SERVING -> at(tick);
      case REPLAY -> replayed(tick);
    };
  }

  private Folded at(Instant tick) {
    SubscriptionView view = view(tick);
    Alerts alerts = Alerts.at(view, subscriber, raised(), tick);
    Stream<AlertMessage> told =
        Stream.concat(
            alerts.voided().stream().map(id -> withdrawn(id, tick)),
            alerts.raised().stream().map(AlertMessages::of));
    List<AlertMessage> messages = Stream.concat(withdrawn(tick), told).toList();
    Optional<ScheduledAlert> next = Alerts.scheduled(view, subscriber, tick);
    Instant moment = moment(view, next, alerts.heldUntil(), alerts.next(), tick);
    return folded(view, next, alerts.next(), messages, moment);
  }

  /** Nothing is left: what was told is taken back. */
  private Folded gone(Instant now) {
    List<ProjectionDocument> documents = new ArrayList<>(erased(Map.of()));
    documents.addAll(Receipts.ofForgotten(key.subscriber(), forgotten, partition));
    return told(
        null,
        new Change.Derived(
            key.subscriber(),
            CompositeKey.of(key),
            documents,
            withdrawn(now).toList(),
            Difference.between(before.additions(), Additions.none()),
            before.moment(),
            null));
  }

  /** A new life has said nothing yet, whatever the one before has. */
  private RaisedAlerts raised() {
    return forgotten.isEmpty() ? before.raised() : RaisedAlerts.none();
  }

  /** At once, not on the next tick: nobody is told any more of what is to be forgotten. */
  private Stream<AlertMessage> withdrawn(Instant now) {
    return forgotten.isEmpty()
        ? Stream.of()
        : Alerts.voidAll(before.raised()).voided().stream().map(id -> withdrawn(id, now));
  }

  private AlertMessage withdrawn(String alertId, Instant now) {
    return new AlertVoided(alertId, key.subscriber(), now);
  }

  /**
   * Says nothing: what is to be raised or voided either will be by the serving epoch, and is then
   * learnt, or was missed, and waits for the end of the replay. So it is looked at again.
   */
  private Folded replayed(Instant tick) {
    SubscriptionView view = view(tick);
    Alerts wanted = Alerts.at(view, subscriber, raised(), tick);
    boolean quiet = wanted.raised().isEmpty() && wanted.voided().isEmpty();
    Optional<ScheduledAlert> next = Alerts.scheduled(view, subscriber, tick);
    Instant moment = moment(view, next, wanted.heldUntil(), wanted.next(), tick);
    Instant again = tick.plus(LOOKED_AT_AGAIN);
    return quiet
        ? folded(view, next, wanted.next(), List.of(), moment)
        : folded(
            view,
            next,
            raised(),
            List.of(),
            moment == null || moment.isAfter(again) ? again : moment);
  }

  private Folded told(@Nullable SubscriptionMemory memory, Change.Derived change) {
    boolean spend = change.difference().isOfSpend();
    boolean heeded = SubscriberAlerts.heed(subscriber, spend, !change.documents().isEmpty());
    return new Folded(memory, change, heeded);
  }

  private @Nullable Instant moment(
      SubscriptionView view,
      Optional<ScheduledAlert> next,
      Optional<Instant> heldUntil,
      RaisedAlerts told,
      Instant now) {
    return Stream.of(
            view.nextTurn(), heldUntil, Alerts.nextMoment(view, subscriber, told, next, now))
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .orElse(null);
  }

  /** The subscription as it stands. */
  SubscriptionView view(Instant asOf) {
    return Derivation.derive(key, facts.log(), floor, subscriber, rates, asOf);
  }

  private Folded folded(
      SubscriptionView view,
      Optional<ScheduledAlert> next,
      RaisedAlerts raised,
      List<AlertMessage> alerts,
      @Nullable Instant moment) {
    Map<String, String> told = new HashMap<>();
    List<ProjectionDocument> documents = new ArrayList<>(changed(current(view, next), told));
    documents.addAll(erased(told));
    documents.addAll(receipts(view.facts()));
    SubscriptionMemory after =
        new SubscriptionMemory(told(view.facts()), told, view.additions(), raised, moment);
    return told(
        after,
        new Change.Derived(
            key.subscriber(),
            CompositeKey.of(key),
            documents,
            alerts,
            Difference.between(before.additions(), after.additions()),
            before.moment(),
            moment));
  }

  /** The documents that the view asks for, by their names among the digests. */
  private Map<String, ProjectionDocument> current(
      SubscriptionView view, Optional<ScheduledAlert> next) {
    Map<String, ProjectionDocument> documents = new LinkedHashMap<>();
    view.state()
        .ifPresent(state -> documents.put(OWN, new SubscriptionDocument(state, next.orElse(null))));
    view.payments()
        .forEach(payment -> documents.put(payment.paymentId(), new PaymentDocument(key, payment)));
    return documents;
  }

  private List<ProjectionDocument> changed(
      Map<String, ProjectionDocument> current, Map<String, String> told) {
    List<ProjectionDocument> changed = new ArrayList<>();
    current.forEach(
        (name, document) -> {
          String digest = SubscriptionMemory.shortened(Digests.of(document.content()));
          told.put(name, digest);
          if (!digest.equals(before.told().get(name))) {
            changed.add(document);
          }
        });
    return changed;
  }

  /** What was told of and is no more: another fact under the same id took its fact's place. */
  private List<ErasedDocument> erased(Map<String, String> told) {
    return before.told().keySet().stream()
        .filter(name -> !told.containsKey(name))
        .sorted()
        .map(this::erased)
        .toList();
  }

  private ErasedDocument erased(String name) {
    String tenant = key.subscriber().tenantId();
    return name.equals(OWN)
        ? new ErasedDocument(Projection.SUBSCRIPTIONS, CompositeKey.of(key), tenant)
        : new ErasedDocument(Projection.PAYMENTS, PaymentDocument.idOf(key, name), tenant);
  }

  private List<ProjectionDocument> receipts(List<FactStatus> statuses) {
    List<ProjectionDocument> receipts =
        new ArrayList<>(Receipts.ofForgotten(key.subscriber(), forgotten, partition));
    for (int index = 0; index < statuses.size(); index++) {
      StoredFact stored = facts.entries().get(index);
      FactStatus.Outcome outcome = statuses.get(index).outcome();
      if (stored.outcome() != outcome) {
        receipts.add(Receipts.of(key.subscriber(), stored, outcome, partition));
      }
    }
    return receipts;
  }

  private StoredFacts told(List<FactStatus> statuses) {
    List<StoredFact> told = new ArrayList<>();
    for (int index = 0; index < statuses.size(); index++) {
      told.add(facts.entries().get(index).told(statuses.get(index).outcome()));
    }
    return new StoredFacts(told);
  }
}
