package dev.perennial.standalone.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.alert.AlertCodec;
import dev.perennial.contracts.alert.AlertMessages;
import dev.perennial.contracts.event.Arrival;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventCodec;
import dev.perennial.contracts.event.StrictJson;
import dev.perennial.contracts.projection.DocumentJson;
import dev.perennial.contracts.projection.PaymentDocument;
import dev.perennial.contracts.projection.ProjectionDocument;
import dev.perennial.contracts.projection.ReceiptDocument;
import dev.perennial.contracts.projection.SubscriberTotalDocument;
import dev.perennial.contracts.projection.SubscriptionDocument;
import dev.perennial.contracts.projection.TenantTotalDocument;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.alert.Account;
import dev.perennial.domain.alert.AlertRaised;
import dev.perennial.domain.alert.Alerts;
import dev.perennial.domain.alert.OwnAlerts;
import dev.perennial.domain.alert.RaisedAlerts;
import dev.perennial.domain.alert.ScheduledAlert;
import dev.perennial.domain.alert.Spend;
import dev.perennial.domain.alert.SubscriberAlerts;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.SubscriberData;
import dev.perennial.domain.event.SubscriberDeleted;
import dev.perennial.domain.event.SubscriptionDeleted;
import dev.perennial.domain.fold.Derivation;
import dev.perennial.domain.fold.FactLog;
import dev.perennial.domain.fold.Floor;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.fold.SubscriptionView;
import dev.perennial.domain.period.Period;
import dev.perennial.domain.total.Additions;
import dev.perennial.domain.total.MonthlyTotal;
import dev.perennial.domain.total.TenantTotal;
import dev.perennial.standalone.oracle.Actual;
import dev.perennial.standalone.oracle.ExtendedJson;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the business code makes of events, as the stream processor would say it. */
final class DomainAnswer {

  private static final long SOME_NUMBER = 1L << 33;

  private final String tenant;
  private final Map<String, List<Fact>> updates = new TreeMap<>();
  private final Map<String, Map<String, List<Fact>>> subscriptions = new TreeMap<>();
  private final ReferenceFacts reference = new ReferenceFacts();
  private final Map<YearMonth, TenantTotal> tenantTotals = new TreeMap<>();
  private final Map<String, List<Map<String, Object>>> documents = new TreeMap<>();
  private final List<String> raised = new ArrayList<>();

  DomainAnswer(String tenant) {
    this.tenant = tenant;
  }

  /** All that is to be there after ticks at these instants. */
  Actual at(List<Instant> ticks) {
    updates.keySet().forEach(id -> derive(id, ticks));
    reference.forEach((fact, counts) -> receipt(null, fact, outcome(counts)));
    tenantTotals.forEach(
        (month, total) -> {
          if (!total.isEmpty()) {
            put(new TenantTotalDocument(tenant, month, 0, total));
          }
        });
    Actual actual = new Actual().raisedAlerts(raised);
    documents.forEach(actual::documents);
    return actual;
  }

  private static ReceiptDocument.Status outcome(boolean counts) {
    return counts ? ReceiptDocument.Status.APPLIED : ReceiptDocument.Status.SUPERSEDED;
  }

  void take(String text, Instant receivedAt, Mode mode) {
    Decoding decoding =
        EventCodec.decode(
            StrictJson.parse(text.getBytes(UTF_8)), new Arrival(tenant, receivedAt, mode));
    switch (decoding) {
      case Decoding.Decoded decoded -> take(decoded.event());
      case Decoding.DecodedReference decoded -> reference.add(decoded.event());
      case Decoding.Rejected rejected ->
          throw new AssertionError("The sample is valid: " + rejected.violation());
    }
  }

  private void take(Event event) {
    String id = event.subscriber().subscriberId();
    List<Fact> own = updates.computeIfAbsent(id, key -> new ArrayList<>());
    if (isOfSubscriber(event.fact())) {
      own.add(event.fact());
    } else {
      subscriptions
          .computeIfAbsent(id, key -> new TreeMap<>())
          .computeIfAbsent(event.subject(), key -> new ArrayList<>())
          .add(event.fact());
    }
  }

  private static boolean isOfSubscriber(Fact fact) {
    return fact.data() instanceof SubscriberData || fact.data() instanceof SubscriberDeleted;
  }

  private void derive(String id, List<Instant> ticks) {
    SubscriberKey key = new SubscriberKey(tenant, id);
    FactLog whole = FactLog.of(updates.getOrDefault(id, List.of()));
    Floor floor = floor(whole);
    FactLog log = FactLog.of(kept(whole, floor));
    forgotten(key, whole, floor);
    log.facts().forEach(fact -> receipt(key, fact, status(log, fact)));
    Subscriber owner = Subscriber.of(log.facts(), reference.tenant());
    Map<SubscriptionKey, Life> lives = lives(key, floor);
    tell(lives, owner, ticks);
    List<SubscriptionView> last = new ArrayList<>();
    lives.forEach((name, life) -> last.add(show(name, life, owner, ticks.getLast())));
    Map<YearMonth, MonthlyTotal> totals = totals(last);
    totals.forEach((month, total) -> put(new SubscriberTotalDocument(key, month, total)));
    tellOfAll(new Owner(key, floor, owner), lives, totals, ticks);
  }

  /** What is left of a subscription, and up to when the rest is forgotten. */
  private record Life(FactLog log, Floor floor) {}

  private record Owner(SubscriberKey key, Floor floor, Subscriber subscriber) {}

  private Map<SubscriptionKey, Life> lives(SubscriberKey key, Floor ofSubscriber) {
    Map<SubscriptionKey, Life> lives = new LinkedHashMap<>();
    subscriptions
        .getOrDefault(key.subscriberId(), Map.of())
        .forEach(
            (name, facts) -> {
              FactLog whole = FactLog.of(facts);
              Floor floor = floor(whole).and(ofSubscriber);
              forgotten(key, whole, floor);
              FactLog log = FactLog.of(kept(whole, floor));
              if (!log.facts().isEmpty()) {
                lives.put(key.subscription(name), new Life(log, floor));
              }
            });
    return lives;
  }

  private SubscriptionView view(SubscriptionKey key, Life life, Subscriber owner, Instant tick) {
    return Derivation.derive(key, life.log(), life.floor(), owner, reference, tick);
  }

  private void tell(Map<SubscriptionKey, Life> lives, Subscriber owner, List<Instant> ticks) {
    lives.forEach(
        (key, life) -> {
          RaisedAlerts memory = RaisedAlerts.none();
          for (Instant tick : ticks) {
            Alerts reminders = Alerts.at(view(key, life, owner, tick), owner, memory, tick);
            reminders.raised().forEach(alert -> tell(alert));
            memory = reminders.next();
          }
        });
  }

  private void tellOfAll(
      Owner owner,
      Map<SubscriptionKey, Life> lives,
      Map<YearMonth, MonthlyTotal> totals,
      List<Instant> ticks) {
    OwnAlerts memory = OwnAlerts.none();
    for (Instant tick : ticks) {
      Account account =
          new Account() {
            @Override
            public Spend spent(Period days) {
              return Spending.of(totals);
            }

            @Override
            public List<Subscribed> subscriptions() {
              return lives.entrySet().stream()
                  .map(life -> view(life.getKey(), life.getValue(), owner.subscriber(), tick))
                  .flatMap(view -> Subscribed.of(view).stream())
                  .toList();
            }
          };
      SubscriberAlerts alerts =
          SubscriberAlerts.at(
              owner.key(), owner.floor(), owner.subscriber(), memory, account, tick);
      alerts.raised().forEach(alert -> tell(alert));
      memory = alerts.next();
    }
  }

  private void tell(AlertRaised alert) {
    raised.add(new String(AlertCodec.encode(AlertMessages.of(alert)), UTF_8));
  }

  private SubscriptionView show(SubscriptionKey key, Life life, Subscriber owner, Instant tick) {
    SubscriptionView view = view(key, life, owner, tick);
    ScheduledAlert next = Alerts.scheduled(view, owner, tick).orElse(null);
    view.state().ifPresent(state -> put(new SubscriptionDocument(state, next)));
    view.payments().forEach(payment -> put(new PaymentDocument(key, payment)));
    view.facts()
        .forEach(
            fact ->
                receipt(
                    key.subscriber(),
                    fact.fact(),
                    ReceiptDocument.Status.valueOf(fact.outcome().name())));
    TenantTotal.byMonth(new Additions(view.contributions(), view.movements()))
        .forEach((month, total) -> tenantTotals.merge(month, total, TenantTotal::plus));
    return view;
  }

  private static Map<YearMonth, MonthlyTotal> totals(List<SubscriptionView> views) {
    Map<YearMonth, MonthlyTotal> totals = new TreeMap<>();
    views.stream()
        .flatMap(view -> view.contributions().stream())
        .forEach(
            part ->
                totals.merge(
                    part.month(), MonthlyTotal.empty().plus(part), (sum, first) -> sum.plus(part)));
    totals.values().removeIf(MonthlyTotal::isEmpty);
    return totals;
  }

  private static Floor floor(FactLog log) {
    return log.facts().stream()
        .filter(DomainAnswer::isDeletion)
        .map(fact -> new Floor(fact.time()))
        .reduce(Floor.none(), Floor::and);
  }

  private static boolean isDeletion(Fact fact) {
    return fact.data() instanceof SubscriptionDeleted || fact.data() instanceof SubscriberDeleted;
  }

  private static List<Fact> kept(FactLog log, Floor floor) {
    return log.facts().stream()
        .filter(fact -> !isDeletion(fact) && !floor.covers(fact.time()))
        .toList();
  }

  private void forgotten(SubscriberKey key, FactLog log, Floor floor) {
    for (Fact fact : log.facts()) {
      if (isDeletion(fact)) {
        receipt(key, fact, ReceiptDocument.Status.APPLIED);
      } else if (floor.covers(fact.time())) {
        receipt(key, fact, ReceiptDocument.Status.SUPERSEDED);
      }
    }
  }

  private static ReceiptDocument.Status status(FactLog log, Fact fact) {
    return log.counted().contains(fact)
        ? ReceiptDocument.Status.APPLIED
        : ReceiptDocument.Status.SUPERSEDED;
  }

  private void receipt(@Nullable SubscriberKey key, Fact fact, ReceiptDocument.Status status) {
    String type = EventType.of(fact.data()).wireName();
    put(
        new ReceiptDocument(
            tenant,
            key == null ? null : key.subscriberId(),
            fact.id(),
            fact.digest(),
            type,
            status,
            null,
            ReceiptDocument.amountOf(fact.data()),
            fact.receivedAt(),
            SOME_NUMBER,
            0));
  }

  private void put(ProjectionDocument document) {
    String json =
        DocumentJson.encode(
            DocumentJson.stamped(document.id(), document.content(), SOME_NUMBER, 0));
    documents
        .computeIfAbsent(document.projection().collection(), name -> new ArrayList<>())
        .add(ExtendedJson.document(json));
  }
}
