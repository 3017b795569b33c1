package dev.perennial.domain.alert;

import static dev.perennial.domain.Facts.at;

import dev.perennial.domain.Money;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.event.AlertSnoozed;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.fold.Derivation;
import dev.perennial.domain.fold.FactLog;
import dev.perennial.domain.fold.Floor;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.period.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A subscriber that is ticked, with what it spends and subscribes to, and what each tick says. */
final class Household {

  static final SubscriberKey ALICE = new SubscriberKey("acme", "alice");

  private final List<Fact> ownFacts = new ArrayList<>();
  private final Map<String, List<Fact>> subscriptions = new TreeMap<>();
  private final List<Spend.Daily> counted = new ArrayList<>();
  private final List<Spend.Daily> unconverted = new ArrayList<>();
  private final List<AlertRaised> raised = new ArrayList<>();
  private Floor floor = Floor.none();
  private OwnAlerts memory = OwnAlerts.none();
  private int derivations;

  void wants(Wishes wishes) {
    String time = "2025-01-01T00:00:%02dZ".formatted(ownFacts.size());
    ownFacts.add(at(time, "u" + ownFacts.size(), wishes.updated()));
  }

  void spends(String day, String category, String euros) {
    counted.add(daily(day, category, Money.of(euros, "EUR")));
  }

  void spends(String day, String category, Money amount) {
    counted.add(daily(day, category, amount));
  }

  void spendsUnconverted(String day, String category, Money amount) {
    unconverted.add(daily(day, category, amount));
  }

  private static Spend.Daily daily(String day, String category, Money amount) {
    return new Spend.Daily(LocalDate.parse(day), category, amount);
  }

  void subscribes(String id, EventData... data) {
    List<Fact> facts = subscriptions.computeIfAbsent(id, key -> new ArrayList<>());
    for (EventData each : data) {
      facts.add(at("2025-01-01T12:00:%02dZ".formatted(facts.size()), "s" + facts.size(), each));
    }
  }

  void snooze(String alertId, String until) {
    String time = "2025-01-02T00:00:%02dZ".formatted(ownFacts.size());
    AlertSnoozed answer = new AlertSnoozed(alertId, LocalDate.parse(until));
    ownFacts.add(at(time, "answer" + ownFacts.size(), answer));
  }

  void eraseUpTo(String instant) {
    floor = new Floor(Instant.parse(instant));
    memory = OwnAlerts.none();
  }

  OwnAlerts memory() {
    return memory;
  }

  AlertRaised last() {
    return raised.getLast();
  }

  Digest digest() {
    return ((AlertContent.OfDigest) last().content()).digest();
  }

  /** How often all subscriptions were derived. */
  int derivations() {
    return derivations;
  }

  SubscriberAlerts alerts(String instant) {
    Instant tick = Instant.parse(instant);
    Subscriber subscriber = Subscriber.of(ownFacts);
    SubscriberAlerts alerts =
        SubscriberAlerts.at(ALICE, floor, subscriber, memory, account(subscriber, tick), tick);
    memory = alerts.next();
    raised.addAll(alerts.raised());
    return alerts;
  }

  private Account account(Subscriber subscriber, Instant tick) {
    return new Account() {
      @Override
      public Spend spent(Period days) {
        return new Spend(counted, unconverted);
      }

      @Override
      public List<Subscribed> subscriptions() {
        derivations++;
        return subscriptions.entrySet().stream()
            .map(
                entry ->
                    Derivation.derive(
                        ALICE.subscription(entry.getKey()),
                        FactLog.of(entry.getValue()),
                        subscriber,
                        tick))
            .flatMap(view -> Subscribed.of(view).stream())
            .toList();
      }
    };
  }

  Optional<Instant> next(String instant) {
    return alerts(instant).nextMoment();
  }

  /** What a tick says, in words. */
  List<String> tick(String instant) {
    SubscriberAlerts alerts = alerts(instant);
    List<String> said = new ArrayList<>();
    alerts.voided().forEach(id -> said.add("voided"));
    alerts.raised().forEach(alert -> said.add(words(alert)));
    return said;
  }

  private static String words(AlertRaised alert) {
    String what =
        switch (alert.content()) {
          case AlertContent.OfBudget content ->
              "%s of %s %s"
                  .formatted(
                      content.amount().value(),
                      content.budget().amount().value(),
                      content.budget().category());
          case AlertContent.OfDigest content ->
              "due %s spent %s"
                  .formatted(amounts(content.digest().due()), amounts(content.digest().spent()));
          case AlertContent.OfSubscription content -> throw new IllegalStateException("its own");
        };
    return "%s %s %d/%d %s"
        .formatted(alert.type().wireName(), alert.dueOn(), alert.lead(), alert.daysLeft(), what);
  }

  private static String amounts(List<Money> amounts) {
    return amounts.stream()
        .map(amount -> amount.value() + " " + amount.currency())
        .collect(Collectors.joining(" + ", "[", "]"));
  }
}
