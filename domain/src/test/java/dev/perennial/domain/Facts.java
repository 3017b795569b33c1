package dev.perennial.domain;

import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.ExchangeRatesPublished;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.PaymentFailed;
import dev.perennial.domain.event.PaymentRefunded;
import dev.perennial.domain.event.PaymentSucceeded;
import dev.perennial.domain.event.Reminders;
import dev.perennial.domain.event.SubscriberUpdated;
import dev.perennial.domain.event.SubscriptionChanged;
import dev.perennial.domain.event.SubscriptionStarted;
import dev.perennial.domain.event.TenantUpdated;
import dev.perennial.domain.exchange.ExchangeRates;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds facts that say only what a test is about. */
public final class Facts {

  public static final SubscriptionKey NETFLIX =
      new SubscriberKey("acme", "alice").subscription("netflix");

  private Facts() {}

  public static Fact at(String time, String id, EventData data) {
    return at(Instant.parse(time), id, data, "digest-" + id + "-" + data.hashCode());
  }

  public static Fact at(Instant time, String id, EventData data, String digest) {
    return new Fact(new EventId("/test", id), time, digest, time.plusSeconds(5), Mode.LIVE, data);
  }

  public static SubscriptionStarted monthly(String anchor, String euros) {
    return started(anchor, euros, null);
  }

  public static SubscriptionStarted started(
      String anchor, String euros, @Nullable String trialEnds) {
    return new SubscriptionStarted(
        new Facets(
            "Netflix",
            "Netflix Inc.",
            "streaming",
            price(euros),
            new Billing(
                new BillingPeriod(1, PeriodUnit.MONTH), LocalDate.parse(anchor), MonthEnd.CLAMP),
            null,
            CollectionMode.AUTO,
            null,
            null,
            null,
            null,
            null,
            null),
        trialEnds == null ? null : LocalDate.parse(trialEnds));
  }

  public static SubscriptionChanged priceFrom(String euros, @Nullable String effectiveOn) {
    return priceFrom(price(euros), effectiveOn);
  }

  public static SubscriptionChanged priceFrom(Price price, @Nullable String effectiveOn) {
    return changed(
        new Facets(null, null, null, price, null, null, null, null, null, null, null, null, null),
        effectiveOn);
  }

  public static SubscriptionChanged billedFrom(Billing billing, String effectiveOn) {
    return changed(
        new Facets(null, null, null, null, billing, null, null, null, null, null, null, null, null),
        effectiveOn);
  }

  public static SubscriptionChanged categoryFrom(String category, String effectiveOn) {
    return changed(
        new Facets(
            null, null, category, null, null, null, null, null, null, null, null, null, null),
        effectiveOn);
  }

  public static SubscriptionChanged remindersAt(Integer... leads) {
    return changed(
        new Facets(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Reminders.at(List.of(leads)),
            null,
            null,
            null,
            null,
            null),
        null);
  }

  public static SubscriptionChanged reminding(Reminders reminders) {
    return changed(
        new Facets(
            null, null, null, null, null, null, null, reminders, null, null, null, null, null),
        null);
  }

  public static SubscriptionChanged sharedFrom(int part, int of, @Nullable String effectiveOn) {
    return changed(
        new Facets(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            new Share(part, of)),
        effectiveOn);
  }

  public static SubscriptionChanged collected(CollectionMode mode, @Nullable String effectiveOn) {
    return changed(
        new Facets(null, null, null, null, null, null, mode, null, null, null, null, null, null),
        effectiveOn);
  }

  public static SubscriptionChanged changed(Facets facets, @Nullable String effectiveOn) {
    return new SubscriptionChanged(
        facets, effectiveOn == null ? null : LocalDate.parse(effectiveOn));
  }

  public static PaymentSucceeded paid(String paymentId, String euros) {
    return new PaymentSucceeded(paymentId, Money.of(euros, "EUR"), null);
  }

  public static PaymentSucceeded paidFor(String dueOn, String paymentId, String euros) {
    return new PaymentSucceeded(paymentId, Money.of(euros, "EUR"), LocalDate.parse(dueOn));
  }

  public static SubscriptionChanged billedEvery(int every, PeriodUnit unit, String anchor) {
    BillingPeriod period = new BillingPeriod(every, unit);
    return billedFrom(new Billing(period, LocalDate.parse(anchor), MonthEnd.CLAMP), anchor);
  }

  public static PaymentFailed failed(String paymentId, String euros) {
    return new PaymentFailed(paymentId, Money.of(euros, "EUR"), null);
  }

  public static PaymentRefunded refunded(String paymentId, String refundId, String euros) {
    return new PaymentRefunded(paymentId, refundId, Money.of(euros, "EUR"));
  }

  public static SubscriberUpdated livesIn(String zone) {
    return new SubscriberUpdated(ZoneId.of(zone), null, null, null, null, null, null, null, null);
  }

  public static SubscriberUpdated thinksIn(String currency) {
    return new SubscriberUpdated(
        null, null, Currency.getInstance(currency), null, null, null, null, null, null);
  }

  public static TenantUpdated tenantIn(@Nullable String currency, @Nullable String zone) {
    return new TenantUpdated(
        currency == null ? null : Currency.getInstance(currency),
        zone == null ? null : ZoneId.of(zone),
        null,
        null);
  }

  public static ExchangeRatesPublished rates(String base, String date, Map<String, String> rates) {
    Map<Currency, BigDecimal> read = new HashMap<>();
    rates.forEach((code, rate) -> read.put(Currency.getInstance(code), new BigDecimal(rate)));
    return new ExchangeRatesPublished(
        new ExchangeRates(Currency.getInstance(base), LocalDate.parse(date), read, "ECB"));
  }

  public static SubscriberUpdated alertsAt(String zone, String time, Integer... leads) {
    return new SubscriberUpdated(
        ZoneId.of(zone),
        null,
        null,
        null,
        LocalTime.parse(time),
        null,
        Map.of("renewal.upcoming", List.of(leads)),
        null,
        null);
  }

  private static Price price(String euros) {
    return new Price(Price.Kind.FIXED, Money.of(euros, "EUR"));
  }
}
