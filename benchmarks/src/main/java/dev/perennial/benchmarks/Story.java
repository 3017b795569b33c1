package dev.perennial.benchmarks;

import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventLimits;
import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.PaymentSucceeded;
import dev.perennial.domain.event.SubscriberUpdated;
import dev.perennial.domain.event.SubscriptionChanged;
import dev.perennial.domain.event.SubscriptionStarted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One subscription of many: monthly, with a change of price after three payments.
 *
 * @param number of the subscription; four in a row are one subscriber's
 */
record Story(int number) {

  static final int OF_ONE_SUBSCRIBER = 4;

  private static final Instant STARTED = Instant.parse("2021-01-05T10:14:33Z");
  private static final LocalDate ANCHOR = LocalDate.parse("2021-01-31");
  private static final int PAYMENTS_AT_THE_OLD_PRICE = 3;

  SubscriberKey subscriber() {
    return new SubscriberKey("acme", Results.format("subscriber-%07d", number / OF_ONE_SUBSCRIBER));
  }

  SubscriptionKey key() {
    return subscriber().subscription("service-" + number % OF_ONE_SUBSCRIBER);
  }

  /** In the order in which they happen; the first is the subscriber's zone. */
  List<Event> events(int payments) {
    List<Event> events = new ArrayList<>(List.of(zone(), started()));
    for (int month = 0; month < payments; month++) {
      if (month == PAYMENTS_AT_THE_OLD_PRICE) {
        events.add(priceChanged());
      }
      events.add(paid(month));
    }
    return events;
  }

  Event zone() {
    var data =
        new SubscriberUpdated(
            ZoneId.of("Europe/Berlin"), null, null, null, null, null, null, null, null);
    return event(subscriber().subscriberId(), "zone", STARTED.minusSeconds(60), data);
  }

  Event started() {
    return started("Netflix");
  }

  /** With as long a name as there may be. */
  Event startedUnderALongName() {
    StringBuilder name = new StringBuilder();
    new Random(1)
        .ints(EventLimits.NAME_LENGTH, ' ' + 1, '~')
        .forEach(character -> name.append((char) character));
    return started(name.toString());
  }

  private Event started(String name) {
    Billing monthly = new Billing(new BillingPeriod(1, PeriodUnit.MONTH), ANCHOR, MonthEnd.CLAMP);
    Facets terms = facets(name, "streaming", price("12.99"), monthly, CollectionMode.AUTO);
    return about("evt-1", STARTED, new SubscriptionStarted(terms, null));
  }

  private Event priceChanged() {
    Facets change = facets(null, null, price("14.99"), null, null);
    return about(
        "evt-2",
        Instant.parse("2021-04-02T08:00:12Z"),
        new SubscriptionChanged(change, LocalDate.parse("2021-04-30")));
  }

  /**
   * @param month 0 for the first
   */
  Event paid(int month) {
    Instant time =
        ANCHOR
            .plusMonths(month)
            .atTime(4, number % 60, (number + 7 * month) % 60)
            .toInstant(ZoneOffset.UTC);
    Money amount = Money.of(month < PAYMENTS_AT_THE_OLD_PRICE ? "12.99" : "14.99", "EUR");
    return about(
        "evt-" + (month + 3), time, new PaymentSucceeded("inv-" + (month + 1), amount, null));
  }

  private Event about(String id, Instant time, EventData data) {
    return event(key().subscriptionId(), id, time, data);
  }

  /** As it is when it was read from its record: with the digest that ingest and topology give. */
  private Event event(String subject, String id, Instant time, EventData data) {
    Instant received = time.plusMillis(400 + number % 997);
    Fact fact = new Fact(new EventId("/billing", id), time, "", received, Mode.LIVE, data);
    var event = new Event(subscriber(), subject, fact);
    var record = EventRecordCodec.encode(event);
    return switch (EventRecordCodec.decode(record.headers(), record.value())) {
      case Decoding.Decoded decoded -> decoded.event();
      case Decoding.DecodedReference reference ->
          throw new IllegalStateException("A story has no reference data");
      case Decoding.Rejected rejected ->
          throw new IllegalStateException(rejected.violation().detail());
    };
  }

  private static Price price(String euros) {
    return new Price(Price.Kind.FIXED, Money.of(euros, "EUR"));
  }

  private static Facets facets(
      @Nullable String name,
      @Nullable String category,
      Price price,
      @Nullable Billing billing,
      @Nullable CollectionMode collection) {
    return new Facets(
        name, null, category, price, billing, null, collection, null, null, null, null, null, null);
  }
}
