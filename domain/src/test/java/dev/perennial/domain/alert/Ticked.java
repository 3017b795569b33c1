package dev.perennial.domain.alert;

import static dev.perennial.domain.Facts.NETFLIX;
import static dev.perennial.domain.Facts.at;
import static dev.perennial.domain.Facts.changed;

import dev.perennial.domain.Notice;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.event.AlertAcknowledged;
import dev.perennial.domain.event.AlertSnoozed;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.SubscriberUpdated;
import dev.perennial.domain.fold.Derivation;
import dev.perennial.domain.fold.FactLog;
import dev.perennial.domain.fold.Floor;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.fold.SubscriptionView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A subscription that is ticked, and what each tick says. */
final class Ticked {

  private final List<Fact> facts = new ArrayList<>();
  private final List<Fact> ownFacts = new ArrayList<>();
  private final List<AlertRaised> raised = new ArrayList<>();
  private Floor floor = Floor.none();
  private RaisedAlerts memory = RaisedAlerts.none();

  void belongsTo(SubscriberUpdated preferences) {
    ownFacts.add(at("2025-01-01T00:00:00Z", "u", preferences));
  }

  void acknowledge(String alertId) {
    answer(new AlertAcknowledged(alertId));
  }

  void snooze(String alertId, String until) {
    answer(new AlertSnoozed(alertId, day(until)));
  }

  private void answer(EventData data) {
    String time = "2025-01-02T00:00:%02dZ".formatted(ownFacts.size());
    ownFacts.add(at(time, "answer" + ownFacts.size(), data));
  }

  void eraseUpTo(String instant) {
    floor = new Floor(Instant.parse(instant));
    memory = Alerts.voidAll(memory).next();
  }

  AlertRaised last() {
    return raised.getLast();
  }

  void forgetWhatWasSaid() {
    memory = RaisedAlerts.none();
  }

  void add(String day, String id, EventData data) {
    facts.add(at(day + "T12:00:00Z", id, data));
  }

  void add(String day, EventData data) {
    add(day, "e" + facts.size(), data);
  }

  void imported(String day, EventData data, String receivedAt) {
    Fact fact = at(day + "T12:00:00Z", "i" + facts.size(), data);
    facts.add(
        new Fact(
            fact.id(),
            fact.time(),
            fact.digest(),
            Instant.parse(receivedAt),
            Mode.BACKFILL,
            fact.data()));
  }

  private Subscriber subscriber() {
    return Subscriber.of(ownFacts);
  }

  static EventData noticeOf(int every, PeriodUnit unit) {
    Notice notice = new Notice(every, unit);
    return changed(
        new Facets(null, null, null, null, null, null, null, null, null, null, null, notice, null),
        null);
  }

  SubscriptionView view(Instant now) {
    return Derivation.derive(NETFLIX, FactLog.of(facts), floor, subscriber(), now);
  }

  String scheduled(String instant) {
    Instant now = Instant.parse(instant);
    return Alerts.scheduled(view(now), subscriber(), now)
        .map(
            next ->
                "%s %s %d at %s"
                    .formatted(next.type().wireName(), next.dueOn(), next.lead(), next.fireAt()))
        .orElse("none");
  }

  Optional<Instant> nextMoment(String instant) {
    Instant now = Instant.parse(instant);
    SubscriptionView view = view(now);
    return Alerts.nextMoment(
        view, subscriber(), memory, Alerts.scheduled(view, subscriber(), now), now);
  }

  Alerts alerts(String instant) {
    Instant now = Instant.parse(instant);
    Alerts alerts = Alerts.at(view(now), subscriber(), memory, now);
    memory = alerts.next();
    raised.addAll(alerts.raised());
    return alerts;
  }

  /** What a tick says, in words. */
  List<String> tick(String instant) {
    Alerts alerts = alerts(instant);
    List<String> said = new ArrayList<>();
    alerts.voided().forEach(id -> said.add("voided"));
    alerts.raised().forEach(alert -> said.add(words(alert)));
    return said;
  }

  static AlertContent.OfSubscription content(AlertRaised alert) {
    return (AlertContent.OfSubscription) alert.content();
  }

  private static String words(AlertRaised alert) {
    AlertContent.OfSubscription content = content(alert);
    String words =
        "%s %s %d/%d %s"
            .formatted(
                alert.type().wireName(),
                alert.dueOn(),
                alert.lead(),
                alert.daysLeft(),
                content.amount().value());
    words += content.previousAmount() == null ? "" : " was " + content.previousAmount().value();
    words += content.renewalOn() == null ? "" : " avoids " + content.renewalOn();
    words += content.paymentId() == null ? "" : " " + content.paymentId();
    words += content.expectedAmount() == null ? "" : " due " + content.expectedAmount().value();
    return words + (content.duplicateOf() == null ? "" : " again " + content.duplicateOf());
  }

  static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
