package dev.perennial.notifier;

import dev.perennial.contracts.alert.AlertContent;
import dev.perennial.contracts.alert.AlertRaised;
import dev.perennial.contracts.alert.AlertVoided;
import dev.perennial.contracts.alert.SubscriberErased;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.alert.Digest;
import dev.perennial.domain.period.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Alerts as the stream processor raises them. */
public final class Alerts {

  private static final Instant RAISED_AT = Instant.parse("2026-11-23T08:00:05Z");

  private Alerts() {}

  public static AlertRaised raised(String id, SubscriberKey subscriber) {
    return raised(id, subscriber, "Netflix", null);
  }

  public static AlertRaised raised(
      String id, SubscriberKey subscriber, String name, @Nullable List<String> routing) {
    return new AlertRaised(
        id,
        "renewal.upcoming",
        subscriber,
        new AlertContent.OfSubscription(
            "netflix",
            name,
            "Netflix Inc.",
            "streaming",
            Money.of("12.99", "EUR"),
            null,
            null,
            null,
            null,
            null,
            CollectionMode.AUTO,
            "https://netflix.example/account"),
        LocalDate.of(2026, 11, 30),
        7,
        7,
        0,
        Instant.parse("2026-11-23T08:00:00Z"),
        RAISED_AT,
        ZoneId.of("Europe/Vienna"),
        Locale.ENGLISH,
        routing);
  }

  /** A charge that will cost EUR 3.00 more than until now. */
  public static AlertRaised priceChanged(String id, SubscriberKey subscriber) {
    return ofType("price.changed", id, subscriber, Money.of("9.99", "EUR"), null, null);
  }

  /** A payment of EUR 12.99 where EUR 10.99 was due. */
  public static AlertRaised unexpected(String id, SubscriberKey subscriber) {
    return ofType("payment.unexpected", id, subscriber, null, "pay-7", Money.of("10.99", "EUR"));
  }

  private static AlertRaised ofType(
      String type,
      String id,
      SubscriberKey subscriber,
      @Nullable Money previousAmount,
      @Nullable String paymentId,
      @Nullable Money expectedAmount) {
    return new AlertRaised(
        id,
        type,
        subscriber,
        new AlertContent.OfSubscription(
            "netflix",
            "Netflix",
            null,
            "streaming",
            Money.of("12.99", "EUR"),
            previousAmount,
            null,
            paymentId,
            expectedAmount,
            null,
            CollectionMode.AUTO,
            null),
        LocalDate.of(2026, 11, 30),
        7,
        7,
        0,
        Instant.parse("2026-11-23T08:00:00Z"),
        RAISED_AT,
        ZoneId.of("Europe/Vienna"),
        Locale.ENGLISH,
        null);
  }

  /** One charge of EUR 12.99 in the week of 30 November. */
  public static AlertRaised digest(String id, SubscriberKey subscriber) {
    var monday = LocalDate.of(2026, 11, 30);
    var amount = Money.of("12.99", "EUR");
    var charge = new Digest.Charge("netflix", "Netflix", monday.plusDays(2), amount, false);
    var week = new Period(monday, monday.plusDays(7));
    var digest = new Digest(week, List.of(charge), 1, List.of(amount), List.of());
    return new AlertRaised(
        id,
        "digest.weekly",
        subscriber,
        new AlertContent.OfDigest(digest),
        monday,
        0,
        0,
        0,
        Instant.parse("2026-11-30T08:00:00Z"),
        RAISED_AT,
        ZoneId.of("Europe/Vienna"),
        Locale.ENGLISH,
        null);
  }

  public static SubscriberErased erased(SubscriberKey subscriber) {
    return new SubscriberErased(subscriber, RAISED_AT.plusSeconds(120));
  }

  public static AlertVoided voided(String id, SubscriberKey subscriber) {
    return new AlertVoided(id, subscriber, RAISED_AT.plusSeconds(60));
  }
}
