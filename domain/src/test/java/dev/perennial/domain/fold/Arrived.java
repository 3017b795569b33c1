package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.NETFLIX;

import dev.perennial.domain.alert.Alerts;
import dev.perennial.domain.alert.RaisedAlerts;
import dev.perennial.domain.alert.ScheduledAlert;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.ExchangeRatesPublished;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.ReferenceData;
import dev.perennial.domain.event.ReferenceEvent;
import dev.perennial.domain.event.SubscriberData;
import dev.perennial.domain.event.SubscriberDeleted;
import dev.perennial.domain.event.SubscriptionDeleted;
import dev.perennial.domain.total.MonthlyTotal;
import dev.perennial.domain.total.TenantTotal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is kept of events that come one by one: what an erasure forgets is dropped for good. */
final class Arrived {

  private FactLog subscription = FactLog.empty();
  private FactLog owner = FactLog.empty();
  private Floor ownFloor = Floor.none();
  private Floor subscriberFloor = Floor.none();

  private FactLog tenant = FactLog.empty();
  private final KnownRates rates = new KnownRates();

  /**
   * @param events of a subscriber, and reference data
   */
  static Arrived inOrder(List<?> events) {
    Arrived arrived = new Arrived();
    for (Object event : events) {
      if (event instanceof Event own) {
        arrived.take(own);
      } else if (event instanceof ReferenceEvent reference) {
        arrived.take(reference.fact());
      }
    }
    return arrived;
  }

  private void take(Fact reference) {
    if (reference.data() instanceof ExchangeRatesPublished) {
      rates.add(reference);
    } else {
      tenant = tenant.add(reference);
    }
  }

  private void take(Event event) {
    Fact fact = event.fact();
    switch (fact.data()) {
      case SubscriptionDeleted deleted -> ownFloor = ownFloor.and(new Floor(fact.time()));
      case SubscriberDeleted deleted ->
          subscriberFloor = subscriberFloor.and(new Floor(fact.time()));
      case SubscriberData data -> owner = owner.add(fact);
      case ReferenceData data -> throw new IllegalStateException("Belongs to no subscriber");
      default -> subscription = subscription.add(fact);
    }
    owner = owner.after(subscriberFloor);
    subscription = subscription.after(floor());
  }

  FactLog subscription() {
    return subscription;
  }

  FactLog owner() {
    return owner;
  }

  private Floor floor() {
    return ownFloor.and(subscriberFloor);
  }

  /** All that can be asked at a moment. Due dates have no equality of their own. */
  List<Object> answers(Instant now) {
    Subscriber subscriber = Subscriber.of(owner.facts(), Tenant.of(tenant.facts()));
    SubscriptionView view =
        Derivation.derive(NETFLIX, subscription, floor(), subscriber, rates, now);
    Optional<ScheduledAlert> next = Alerts.scheduled(view, subscriber, now);
    return List.of(
        view.state(),
        view.payments(),
        view.matching(),
        view.facts(),
        view.floor(),
        view.importedAt(),
        view.nextTurn(),
        view.contributions(),
        view.movements(),
        TenantTotal.byMonth(view.additions()),
        MonthlyTotal.empty().plus(view.contributions()),
        subscriber.currentZone(),
        subscriber.snoozedUntil("a1"),
        subscriber.hasAcknowledged("a2"),
        next,
        Alerts.nextMoment(view, subscriber, RaisedAlerts.none(), next, now),
        Alerts.at(view, subscriber, RaisedAlerts.none(), now));
  }
}
