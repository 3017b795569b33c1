package dev.perennial.processor.topology;

import dev.perennial.contracts.alert.AlertContent;
import dev.perennial.contracts.alert.AlertRaised;
import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.PaymentRefunded;
import dev.perennial.domain.event.PaymentSucceeded;
import dev.perennial.domain.event.SubscriberDeleted;
import dev.perennial.domain.event.SubscriberUpdated;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionDeleted;
import dev.perennial.domain.event.SubscriptionReactivated;
import dev.perennial.domain.event.SubscriptionStarted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds events that say only what a test is about. */
final class Facts {

  static final SubscriberKey ALICE = new SubscriberKey("acme", "alice");

  private Facts() {}

  static AlertContent.OfSubscription content(AlertRaised alert) {
    return (AlertContent.OfSubscription) alert.content();
  }

  static Event started(String subscription, String time, String anchor, String euros) {
    return started(subscription, time, anchor, euros, "streaming");
  }

  static Event started(
      String subscription, String time, String anchor, String euros, @Nullable String category) {
    Facets facets =
        new Facets(
            "Netflix",
            null,
            category,
            new Price(Price.Kind.FIXED, Money.of(euros, "EUR")),
            new Billing(
                new BillingPeriod(1, PeriodUnit.MONTH), LocalDate.parse(anchor), MonthEnd.CLAMP),
            null,
            CollectionMode.AUTO,
            null,
            null,
            null,
            null,
            null,
            null);
    return event(
        "start-" + subscription, subscription, time, new SubscriptionStarted(facets, null));
  }

  /** Netflix after a deletion on 24 January, noon. */
  static Event startedAgain() {
    Event started = started("netflix", "2026-01-24T13:00:00Z", "2026-01-31", "7.00");
    return event("again", "netflix", "2026-01-24T13:00:00Z", started.fact().data());
  }

  static List<Event> many(int count) {
    List<Event> many = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      many.add(started("s" + number, "2026-01-05T10:00:00Z", "2026-01-31", "1.00"));
    }
    return many;
  }

  static Event paid(String subscription, String payment, String time, String euros) {
    return event(
        "paid-" + payment,
        subscription,
        time,
        new PaymentSucceeded(payment, Money.of(euros, "EUR"), null));
  }

  static Event refunded(String subscription, String payment, String time, String euros) {
    return event(
        "refund-" + payment,
        subscription,
        time,
        new PaymentRefunded(payment, "r-" + payment, Money.of(euros, "EUR")));
  }

  static Event cancelled(String subscription, String time) {
    return event(
        "cancel-" + subscription, subscription, time, new SubscriptionCancelled(null, false));
  }

  static Event cancelled(String subscription, String time, String id) {
    return event(id, subscription, time, new SubscriptionCancelled(null, false));
  }

  static Event reactivated(String subscription, String time) {
    return event("reactivate-" + subscription, subscription, time, new SubscriptionReactivated());
  }

  static Event livesIn(String zone, String time) {
    return updated(
        "zone-" + zone + time,
        time,
        new SubscriberUpdated(ZoneId.of(zone), null, null, null, null, null, null, null, null));
  }

  static Event thinksIn(String currency, String time) {
    return updated(
        "currency-" + currency + time,
        time,
        new SubscriberUpdated(
            null, null, Currency.getInstance(currency), null, null, null, null, null, null));
  }

  static Event alertsAt(String time, LocalTime alertTime, Integer... leads) {
    return updated(
        "leads-" + time,
        time,
        new SubscriberUpdated(
            null,
            null,
            null,
            null,
            alertTime,
            null,
            Map.of("renewal.upcoming", List.of(leads)),
            null,
            null));
  }

  static Event deleted(String subscription, String time) {
    return event("delete-" + subscription + time, subscription, time, new SubscriptionDeleted());
  }

  static Event subscriberDeleted(String time) {
    return event("leave-" + time, ALICE.subscriberId(), time, new SubscriberDeleted());
  }

  private static Event updated(String id, String time, SubscriberUpdated data) {
    return event(id, ALICE.subscriberId(), time, data);
  }

  static Event event(String id, String subject, String time, EventData data) {
    Instant at = Instant.parse(time);
    String digest = HexFormat.of().toHexDigits(data.hashCode());
    return new Event(
        ALICE,
        subject,
        new Fact(new EventId("/test", id), at, digest, at.plusSeconds(1), Mode.LIVE, data));
  }
}
