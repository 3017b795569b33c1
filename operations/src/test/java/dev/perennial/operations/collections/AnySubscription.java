package dev.perennial.operations.collections;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.Notice;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.Share;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.charge.AnnouncedCharge;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.fold.ExpectedCharge;
import dev.perennial.domain.fold.SubscriptionState;
import dev.perennial.domain.fold.SubscriptionStatus;
import dev.perennial.domain.forecast.Dated;
import dev.perennial.domain.forecast.Outlook;
import dev.perennial.domain.period.PeriodRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** A subscription to write. */
final class AnySubscription {

  private static final SubscriptionKey NETFLIX =
      new SubscriberKey("acme", "alice").subscription("netflix");
  private static final Instant MOMENT = Instant.parse("2026-11-05T10:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-05");
  private static final Billing BILLING =
      new Billing(new BillingPeriod(1, PeriodUnit.MONTH), DAY, MonthEnd.CLAMP);
  private static final Share SHARE = new Share(2, 3);
  private static final Money PRICE = Money.of("12.90", "EUR");

  private AnySubscription() {}

  /** With every optional field, or with none. */
  static SubscriptionState of(boolean whole) {
    return new SubscriptionState(
        NETFLIX,
        "Netflix",
        whole ? "Netflix Inc." : null,
        "streaming",
        whole ? "https://netflix.example" : null,
        whole ? List.of("family") : List.of(),
        SubscriptionStatus.ACTIVE,
        terms(whole),
        ZoneId.of("Europe/Vienna"),
        whole ? DAY : null,
        whole ? DAY : null,
        whole ? DAY : null,
        whole ? new SubscriptionState.CancelBy(DAY, DAY) : null,
        whole ? new Charge(DAY, PRICE, true) : null,
        whole
            ? new ExpectedCharge(new Charge(DAY, PRICE, true), ExpectedCharge.State.MISSING)
            : null,
        new SubscriptionState.Spending(
            whole ? PRICE : null,
            whole ? List.of(PRICE) : List.of(),
            whole ? new SubscriptionState.LastPayment(MOMENT, PRICE) : null,
            whole ? DAY : null),
        whole ? new PeriodRule.Weekly(4, DAY) : null,
        outlook(whole));
  }

  private static SubscriptionState.Terms terms(boolean whole) {
    Price price = new Price(Price.Kind.FIXED, PRICE);
    return new SubscriptionState.Terms(
        price,
        BILLING,
        CollectionMode.AUTO,
        whole ? 12 : null,
        whole ? new Notice(3, PeriodUnit.MONTH) : null,
        List.of(new SubscriptionState.PriceFrom(DAY, price)),
        whole ? SHARE : null,
        whole ? PRICE : null);
  }

  private static Outlook outlook(boolean whole) {
    return new Outlook(
        DAY,
        List.of(new Dated<>(DAY, BILLING)),
        List.of(new Dated<>(DAY, new Price(Price.Kind.FIXED, PRICE))),
        some(whole, new Dated<>(DAY, PRICE)),
        some(whole, new Dated<>(DAY, SHARE)),
        some(whole, new Outlook.Pause(DAY, null)),
        some(whole, new Outlook.Announced(DAY, new AnnouncedCharge(DAY, PRICE))),
        whole ? DAY : null,
        whole ? DAY : null);
  }

  private static <T> List<T> some(boolean whole, T one) {
    return whole ? List.of(one) : List.of();
  }
}
