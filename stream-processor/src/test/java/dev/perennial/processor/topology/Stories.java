package dev.perennial.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.PaymentSucceeded;
import dev.perennial.domain.event.SubscriptionChanged;
import dev.perennial.domain.event.SubscriptionStarted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Subscriptions as they are found in a store: a start, a change of price, monthly payments. */
final class Stories {

  private static final Instant START = Instant.parse("2021-01-05T10:14:33Z");
  private static final LocalDate ANCHOR = LocalDate.parse("2021-01-31");

  /** Ids like "evt-1". */
  static final UnaryOperator<String> SHORT = id -> id;

  /** Ids as a generator of UUIDs gives them. */
  static final UnaryOperator<String> UUIDS =
      id -> UUID.nameUUIDFromBytes(id.getBytes(UTF_8)).toString();

  private Stories() {}

  static List<Event> started(UnaryOperator<String> ids) {
    return List.of(event(ids.apply("evt-1"), START, new SubscriptionStarted(terms("12.99"), null)));
  }

  /** The typical one has six payments. */
  static List<Event> paid(int payments, UnaryOperator<String> ids) {
    List<Event> events = new ArrayList<>(started(ids));
    for (int month = 0; month < payments; month++) {
      if (month == 3) {
        events.add(priceChanged(ids));
      }
      events.add(payment(month, month < 3 ? "12.99" : "14.99", ids));
    }
    return events;
  }

  private static Event priceChanged(UnaryOperator<String> ids) {
    Facets price = facets(null, null, price("14.99"), null, null);
    return event(
        ids.apply("evt-0"),
        Instant.parse("2021-04-02T08:00:12Z"),
        new SubscriptionChanged(price, LocalDate.parse("2021-04-30")));
  }

  private static Event payment(int month, String euros, UnaryOperator<String> ids) {
    Instant paid =
        ANCHOR.plusMonths(month).atTime(4, month % 60, 7 * month % 60).toInstant(ZoneOffset.UTC);
    return event(
        ids.apply("evt-" + (month + 2)),
        paid,
        new PaymentSucceeded(ids.apply("inv-" + (month + 1)), Money.of(euros, "EUR"), null));
  }

  private static Event event(String id, Instant time, EventData data) {
    Instant received = time.plusMillis(400 + time.getEpochSecond() % 997);
    return new Event(
        Facts.ALICE,
        "netflix",
        new Fact(new EventId("/billing", id), time, "", received, Mode.LIVE, data));
  }

  private static Facets terms(String euros) {
    Billing monthly = new Billing(new BillingPeriod(1, PeriodUnit.MONTH), ANCHOR, MonthEnd.CLAMP);
    return facets("Netflix", "streaming", price(euros), monthly, CollectionMode.AUTO);
  }

  private static Price price(String euros) {
    return new Price(Price.Kind.FIXED, Money.of(euros, "EUR"));
  }

  private static Facets facets(
      @Nullable String name,
      @Nullable String category,
      @Nullable Price price,
      @Nullable Billing billing,
      @Nullable CollectionMode collection) {
    return new Facets(
        name, null, category, price, billing, null, collection, null, null, null, null, null, null);
  }
}
