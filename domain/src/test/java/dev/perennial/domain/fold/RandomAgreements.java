package dev.perennial.domain.fold;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.Facts;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.Notice;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.Share;
import dev.perennial.domain.charge.AnnouncedCharge;
import dev.perennial.domain.event.ChargeAnnounced;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionPaused;
import dev.perennial.domain.event.SubscriptionReactivated;
import dev.perennial.domain.event.SubscriptionResumed;
import dev.perennial.domain.event.SubscriptionStarted;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random agreements and what became of them, leaning towards what is agreed for later days. */
public final class RandomAgreements {

  private static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 700;

  private final Random random;

  public RandomAgreements(Random random) {
    this.random = random;
  }

  /** A start, and up to so many facts at any time, before the day and after it. */
  public List<Fact> next(int most) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("start", 0, started()));
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      facts.add(fact("e" + i, random.nextInt(DAYS), data()));
    }
    return facts;
  }

  /** A day that the facts lie around, often one on which something happens. */
  public Instant moment(List<Fact> facts) {
    Instant time = facts.get(random.nextInt(facts.size())).time();
    return time.plus(random.nextInt(3) == 0 ? random.nextInt(60) : 0, ChronoUnit.DAYS);
  }

  private static Fact fact(String id, int day, EventData data) {
    Instant time = BEGIN.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    return Facts.at(time.toString(), id, data);
  }

  private EventData started() {
    Facets facets =
        new Facets(
            "Netflix",
            null,
            null,
            price(),
            billing(),
            maybe(12) ? day() : null,
            null,
            null,
            null,
            null,
            maybe(8) ? 1 + random.nextInt(60) : null,
            maybe(4) ? notice() : null,
            maybe(3) ? share() : null);
    return new SubscriptionStarted(facets, maybe(3) ? day() : null);
  }

  private EventData data() {
    return switch (random.nextInt(20)) {
      case 0 -> new SubscriptionPaused(maybe(2) ? day() : null);
      case 1, 2 -> new SubscriptionResumed(oneOf(SubscriptionResumed.Anchor.values()));
      case 3 -> cancelled();
      case 4 -> new SubscriptionReactivated();
      case 5, 6 -> new ChargeAnnounced(new AnnouncedCharge(day(), money()));
      case 7 -> Facts.paid("p" + random.nextInt(9), random.nextInt(1, 90) + ".35");
      case 8 -> maybe(8) ? started() : changed(price(), null, null, null, null);
      case 9, 10 -> changed(price(), null, null, null, null);
      case 11, 12, 13 -> changed(null, billing(), null, null, null);
      case 14, 15 -> changed(null, null, null, null, share());
      case 16, 17 -> new SubscriptionResumed(oneOf(SubscriptionResumed.Anchor.values()));
      case 18 -> new SubscriptionReactivated();
      default ->
          maybe(2)
              ? changed(null, null, day(), null, null)
              : changed(null, null, null, 1 + random.nextInt(60), null);
    };
  }

  private EventData cancelled() {
    boolean atPeriodEnd = random.nextBoolean();
    return new SubscriptionCancelled(atPeriodEnd || maybe(2) ? null : day(), atPeriodEnd);
  }

  private EventData changed(
      @Nullable Price price,
      @Nullable Billing billing,
      @Nullable LocalDate endsOn,
      @Nullable Integer occurrences,
      @Nullable Share share) {
    Facets facets =
        new Facets(
            null,
            null,
            null,
            price,
            billing,
            endsOn,
            null,
            null,
            null,
            null,
            occurrences,
            null,
            share);
    return Facts.changed(facets, maybe(4) ? null : day().toString());
  }

  private Price price() {
    return new Price(oneOf(Price.Kind.values()), money());
  }

  private Money money() {
    return maybe(5)
        ? Money.of(Integer.toString(random.nextInt(2_000)), "JPY")
        : Money.of(random.nextInt(90) + ".99", "EUR");
  }

  private Billing billing() {
    PeriodUnit unit = oneOf(PeriodUnit.values());
    int longest =
        switch (unit) {
          case DAY -> 40;
          case WEEK -> 8;
          case MONTH -> 6;
          case YEAR -> 2;
        };
    LocalDate anchor = day();
    return new Billing(
        new BillingPeriod(1 + random.nextInt(longest), unit),
        maybe(2) ? anchor.withDayOfMonth(anchor.lengthOfMonth()) : anchor,
        oneOf(MonthEnd.values()));
  }

  private Notice notice() {
    return new Notice(1 + random.nextInt(40), oneOf(PeriodUnit.values()));
  }

  private Share share() {
    int of = 1 + random.nextInt(6);
    return new Share(1 + random.nextInt(of), of);
  }

  private LocalDate day() {
    return BEGIN.plusDays(random.nextInt(DAYS + 300));
  }

  private boolean maybe(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T oneOf(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
