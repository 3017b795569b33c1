package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.NETFLIX;
import static dev.perennial.domain.Facts.at;
import static dev.perennial.domain.Facts.monthly;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.Facts;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.Notice;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.charge.AnnouncedCharge;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.event.ChargeAnnounced;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subscription's facts, one by one, and what they say on a day. */
final class Told {

  private final List<Fact> facts = new ArrayList<>();

  void start(String anchor) {
    add("2025-01-01", "start", monthly(anchor, "12.99"));
  }

  void startYearly(String anchor) {
    start(anchor);
    add("2025-01-01", "yearly", billedFrom(1, PeriodUnit.YEAR, anchor, "2025-01-01"));
  }

  void add(String day, String id, EventData data) {
    facts.add(at(day + "T12:00:00Z", id, data));
  }

  static EventData billedFrom(int every, PeriodUnit unit, String anchor, String from) {
    return Facts.billedFrom(
        new Billing(new BillingPeriod(every, unit), day(anchor), MonthEnd.CLAMP), from);
  }

  static EventData notice(int every, PeriodUnit unit) {
    return facets(null, null, null, new Notice(every, unit));
  }

  static EventData occurrences(int count) {
    return facets(null, null, count, null);
  }

  static EventData endsOn(String day) {
    return facets(null, day(day), null, null);
  }

  static EventData price(Price.Kind kind, String euros) {
    return facets(new Price(kind, euros(euros)), null, null, null);
  }

  static EventData facets(
      @Nullable Price price,
      @Nullable LocalDate endsOn,
      @Nullable Integer occurrences,
      @Nullable Notice notice) {
    return Facts.changed(
        new Facets(
            null,
            null,
            null,
            price,
            null,
            endsOn,
            null,
            null,
            null,
            null,
            occurrences,
            notice,
            null),
        null);
  }

  static ChargeAnnounced announced(String dueOn, String euros) {
    return new ChargeAnnounced(new AnnouncedCharge(day(dueOn), euros(euros)));
  }

  SubscriptionView view(String day) {
    return Derivation.derive(
        NETFLIX, FactLog.of(facts), Subscriber.of(List.of()), Instant.parse(day + "T12:00:00Z"));
  }

  SubscriptionState state(String day) {
    return view(day).state().orElseThrow();
  }

  DueDates dueDates(String day) {
    return view(day).dueDates().orElseThrow();
  }

  String renewal(String day) {
    Charge charge = state(day).nextRenewal();
    return charge == null ? "none" : charge.dueOn() + " " + charge.amount().value();
  }

  FactStatus.Outcome outcome(String id) {
    return view("2025-04-01").facts().stream()
        .filter(status -> status.fact().id().id().equals(id))
        .findFirst()
        .orElseThrow()
        .outcome();
  }

  static Money euros(String value) {
    return Money.of(value, "EUR");
  }

  static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
