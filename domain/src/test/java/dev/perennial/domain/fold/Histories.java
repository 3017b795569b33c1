package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.NETFLIX;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Facts;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.Notice;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.Share;
import dev.perennial.domain.charge.AnnouncedCharge;
import dev.perennial.domain.event.AlertAcknowledged;
import dev.perennial.domain.event.AlertSnoozed;
import dev.perennial.domain.event.ChangeWithdrawn;
import dev.perennial.domain.event.ChargeAnnounced;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.PaymentCorrected;
import dev.perennial.domain.event.PaymentFailed;
import dev.perennial.domain.event.PaymentRefunded;
import dev.perennial.domain.event.PaymentSucceeded;
import dev.perennial.domain.event.PaymentVoided;
import dev.perennial.domain.event.Reminders;
import dev.perennial.domain.event.SubscriberData;
import dev.perennial.domain.event.SubscriberDeleted;
import dev.perennial.domain.event.SubscriberUpdated;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionChanged;
import dev.perennial.domain.event.SubscriptionDeleted;
import dev.perennial.domain.event.SubscriptionPaused;
import dev.perennial.domain.event.SubscriptionReactivated;
import dev.perennial.domain.event.SubscriptionResumed;
import dev.perennial.domain.event.SubscriptionStarted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes up what happens to one subscription of one subscriber in 480 days; a seed says what. */
final class Histories {

  static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");

  private static final List<String> ZONES =
      List.of("Pacific/Auckland", "America/New_York", "Europe/Vienna", "Pacific/Apia");
  private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "USD", "CHF");

  private final Random random;

  Histories(Random random) {
    this.random = random;
  }

  /** 20 to 200 events, with a deletion in one history of three. */
  List<Event> next() {
    List<Event> events = new ArrayList<>();
    int count = 20 + random.nextInt(181);
    for (int i = 0; i < count; i++) {
      events.add(event(moment(), "e" + random.nextInt(count * 2), data()));
    }
    if (random.nextInt(6) == 0) {
      erase(events, new SubscriptionDeleted());
    }
    if (random.nextInt(6) == 0) {
      erase(events, new SubscriberDeleted());
    }
    return events;
  }

  /** Once or twice, at any moment or at the very moment of another event. */
  private void erase(List<Event> events, EventData deletion) {
    int times = 1 + random.nextInt(2);
    for (int i = 0; i < times; i++) {
      Instant other = events.get(random.nextInt(events.size())).fact().time();
      Instant time = random.nextBoolean() ? other : moment();
      events.add(event(time, "gone" + i + deletion.getClass().getSimpleName(), deletion));
    }
  }

  private Instant moment() {
    return BEGIN.plus(random.nextInt(480 * 24), ChronoUnit.HOURS);
  }

  private Event event(Instant time, String id, EventData data) {
    Fact fact = Facts.at(time, id, data, "digest-" + id + "-" + data.hashCode());
    if (random.nextInt(20) == 0) {
      fact =
          new Fact(fact.id(), time, fact.digest(), time.plusSeconds(90_000), Mode.BACKFILL, data);
    }
    String subject =
        data instanceof SubscriberData
            ? NETFLIX.subscriber().subscriberId()
            : NETFLIX.subscriptionId();
    return new Event(NETFLIX.subscriber(), subject, fact);
  }

  private EventData data() {
    return switch (random.nextInt(5)) {
      case 0 -> agreement();
      case 1 -> life();
      case 2 -> owner();
      default -> payment();
    };
  }

  private EventData agreement() {
    Money amount = money();
    LocalDate day = day();
    return switch (random.nextInt(8)) {
      case 0 -> start();
      case 1 -> changed(price(Price.Kind.FIXED, amount), day);
      case 2 -> changed(price(Price.Kind.VARIABLE, amount), day);
      case 3 -> new ChangeWithdrawn("e" + random.nextInt(40));
      case 4 -> new ChargeAnnounced(new AnnouncedCharge(day, amount));
      case 5 -> changed(limits(), random.nextBoolean() ? day : null);
      case 6 -> Facts.sharedFrom(1 + random.nextInt(3), 3, day.toString());
      default -> Facts.billedFrom(billing(day), day().toString());
    };
  }

  private SubscriptionStarted start() {
    return Facts.started(
        "2025-01-31", (1 + random.nextInt(49)) + ".50", random.nextBoolean() ? "2025-02-14" : null);
  }

  private EventData life() {
    return switch (random.nextInt(7)) {
      case 0 -> new SubscriptionPaused(null);
      case 1 -> new SubscriptionPaused(day());
      case 2 -> new SubscriptionResumed(SubscriptionResumed.Anchor.values()[random.nextInt(2)]);
      case 3 -> new SubscriptionCancelled(null, true);
      case 4 -> new SubscriptionCancelled(random.nextBoolean() ? day() : null, false);
      default -> new SubscriptionReactivated();
    };
  }

  private EventData owner() {
    return switch (random.nextInt(6)) {
      case 0 -> new AlertAcknowledged("a" + random.nextInt(5));
      case 1 -> new AlertSnoozed("a" + random.nextInt(5), day());
      case 2 -> updated(null, Currency.getInstance(currency()));
      case 3 -> Facts.reminding(reminders());
      case 4 -> Facts.collected(CollectionMode.values()[random.nextInt(2)], day().toString());
      default -> updated(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))), null);
    };
  }

  private SubscriberUpdated updated(@Nullable ZoneId zone, @Nullable Currency currency) {
    return new SubscriberUpdated(
        zone,
        null,
        currency,
        null,
        random.nextBoolean() ? LocalTime.of(random.nextInt(24), 30) : null,
        null,
        random.nextInt(3) == 0 ? Map.of("renewal.upcoming", List.of(10, 2)) : null,
        null,
        null);
  }

  private Reminders reminders() {
    Reminders.Until until = Reminders.Until.values()[random.nextInt(3)];
    Reminders.Repeat repeat =
        new Reminders.Repeat(1 + random.nextInt(5), 1 + random.nextInt(10), until);
    return new Reminders(random.nextBoolean() ? List.of(7, 1) : null, repeat);
  }

  private EventData payment() {
    String id = "p" + random.nextInt(8);
    LocalDate dueOn = random.nextInt(4) == 0 ? day() : null;
    Money amount = money();
    return switch (random.nextInt(8)) {
      case 0 -> new PaymentFailed(id, amount, dueOn);
      case 1 -> new PaymentRefunded(id, "r" + random.nextInt(4), amount);
      case 2 -> new PaymentCorrected(id, amount, dueOn);
      case 3 -> new PaymentVoided(id);
      default -> new PaymentSucceeded(id, amount, dueOn);
    };
  }

  private Billing billing(LocalDate anchor) {
    PeriodUnit unit = PeriodUnit.values()[1 + random.nextInt(3)];
    return new Billing(new BillingPeriod(1 + random.nextInt(3), unit), anchor, MonthEnd.CLAMP);
  }

  private LocalDate day() {
    return LocalDate.of(2025, 1, 1).plusDays(random.nextInt(500));
  }

  private Money money() {
    return Money.of((1 + random.nextInt(49)) + ".50", currency());
  }

  private String currency() {
    return CURRENCIES.get(random.nextInt(CURRENCIES.size()));
  }

  private Facets price(Price.Kind kind, Money amount) {
    return facets(new Price(kind, amount), null, null, null);
  }

  private Facets limits() {
    Integer occurrences = random.nextBoolean() ? 1 + random.nextInt(30) : null;
    Notice notice = new Notice(1 + random.nextInt(40), PeriodUnit.values()[random.nextInt(4)]);
    return facets(null, occurrences, notice, null);
  }

  private static Facets facets(
      @Nullable Price price,
      @Nullable Integer occurrences,
      @Nullable Notice notice,
      @Nullable Share share) {
    return new Facets(
        null, null, null, price, null, null, null, null, null, null, occurrences, notice, share);
  }

  private static SubscriptionChanged changed(Facets facets, @Nullable LocalDate from) {
    return new SubscriptionChanged(facets, from);
  }
}
