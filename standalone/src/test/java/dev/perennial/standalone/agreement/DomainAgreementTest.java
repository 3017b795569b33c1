package dev.perennial.standalone.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.alert.AlertCodec;
import dev.perennial.contracts.event.Arrival;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventCodec;
import dev.perennial.contracts.event.StrictJson;
import dev.perennial.contracts.projection.DocumentJson;
import dev.perennial.contracts.projection.PaymentDocument;
import dev.perennial.contracts.projection.ProjectionDocument;
import dev.perennial.contracts.projection.ReceiptDocument;
import dev.perennial.contracts.projection.SubscriberTotalDocument;
import dev.perennial.contracts.projection.SubscriptionDocument;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.alert.AlertContent;
import dev.perennial.domain.alert.AlertRaised;
import dev.perennial.domain.alert.Alerts;
import dev.perennial.domain.alert.RaisedAlerts;
import dev.perennial.domain.alert.ScheduledAlert;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.SubscriberData;
import dev.perennial.domain.event.SubscriberDeleted;
import dev.perennial.domain.event.SubscriptionDeleted;
import dev.perennial.domain.fold.Derivation;
import dev.perennial.domain.fold.FactLog;
import dev.perennial.domain.fold.Floor;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.fold.SubscriptionState;
import dev.perennial.domain.fold.SubscriptionView;
import dev.perennial.domain.total.MonthlyTotal;
import dev.perennial.standalone.oracle.Actual;
import dev.perennial.standalone.oracle.Comparison;
import dev.perennial.standalone.oracle.Expected;
import dev.perennial.standalone.oracle.ExtendedJson;
import dev.perennial.standalone.oracle.Oracle;
import dev.perennial.standalone.oracle.Ticks;
import dev.perennial.standalone.sample.Sample;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The business code and the oracle, written apart, say the same of the whole sample: without any
 * backend, so that a difference shows in seconds.
 */
class DomainAgreementTest {

  private static final String TENANT = "demo";

  /** What is sent, and what stays of what is erased: the domain knows of neither. */
  private static final String[] NOT_OF_THE_DOMAIN = {
    Expected.MAILS,
    Expected.DELIVERIES,
    Expected.REDIS_TOTALS,
    Expected.ERASED_SUBSCRIBERS,
    Expected.erased(Expected.SUBSCRIPTIONS),
    Expected.erased(Expected.PAYMENTS),
    Expected.erased(Expected.TOTALS),
    Expected.erased(Expected.DELIVERIES)
  };

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final long SOME_NUMBER = 1L << 33;

  private final Map<String, List<Fact>> updates = new TreeMap<>();
  private final Map<String, Map<String, List<Fact>>> subscriptions = new TreeMap<>();
  private final Map<String, List<Map<String, Object>>> documents = new TreeMap<>();
  private final List<String> raised = new ArrayList<>();

  /** An ordinary day, and a leap day shortly before midnight in Vienna. */
  @ParameterizedTest
  @CsvSource({"7, 2026-11-23T01:10:00Z", "3, 2028-02-29T22:50:00Z"})
  void domainAndOracleAgreeOnTheWholeSample(long seed, Instant at) {
    Sample sample = Sample.generate(seed, at);
    sample.shuffled(seed).forEach(event -> take(event, at));
    List<Instant> instants =
        Stream.of(Duration.ofSeconds(90), Duration.ofMinutes(15), DAY, DAY.multipliedBy(2), WEEK)
            .map(at::plus)
            .toList();
    updates.keySet().forEach(id -> derive(id, instants));

    Ticks ticks =
        new Ticks(
            Map.of(0, instants.stream().map(tick -> new Ticks.Interval(tick, tick)).toList()));
    Expected expected =
        new Oracle(TENANT, id -> 0, ticks, Map.of())
            .expect(sample.events())
            .without(NOT_OF_THE_DOMAIN);
    Comparison comparison = Comparison.of(expected, actual());
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.documents()).isGreaterThan(14_000);
  }

  private Actual actual() {
    Actual actual = new Actual().raisedAlerts(raised);
    documents.forEach(actual::documents);
    return actual;
  }

  private void take(String text, Instant receivedAt) {
    Decoding decoding =
        EventCodec.decode(
            StrictJson.parse(text.getBytes(UTF_8)), new Arrival(TENANT, receivedAt, Mode.LIVE));
    assertThat(decoding).isInstanceOf(Decoding.Decoded.class);
    Event event = ((Decoding.Decoded) decoding).event();
    String id = event.subscriber().subscriberId();
    List<Fact> own = updates.computeIfAbsent(id, key -> new ArrayList<>());
    if (isOfSubscriber(event.fact())) {
      own.add(event.fact());
    } else {
      subscriptions
          .computeIfAbsent(id, key -> new TreeMap<>())
          .computeIfAbsent(event.subject(), key -> new ArrayList<>())
          .add(event.fact());
    }
  }

  private static boolean isOfSubscriber(Fact fact) {
    return fact.data() instanceof SubscriberData || fact.data() instanceof SubscriberDeleted;
  }

  private void derive(String id, List<Instant> ticks) {
    SubscriberKey key = new SubscriberKey(TENANT, id);
    FactLog whole = FactLog.of(updates.getOrDefault(id, List.of()));
    Floor floor = floor(whole);
    FactLog log = FactLog.of(kept(whole, floor));
    forgotten(key, whole, floor);
    log.facts().forEach(fact -> receipt(key, fact, status(log, fact)));
    Subscriber owner = Subscriber.of(log.facts());
    Map<YearMonth, MonthlyTotal> totals = new TreeMap<>();
    subscriptions
        .getOrDefault(id, Map.of())
        .forEach(
            (name, facts) -> derive(key.subscription(name), facts, floor, owner, ticks, totals));
    totals.forEach(
        (month, total) -> {
          if (!total.isEmpty()) {
            put(new SubscriberTotalDocument(key, month, total));
          }
        });
  }

  private void derive(
      SubscriptionKey key,
      List<Fact> facts,
      Floor ofSubscriber,
      Subscriber owner,
      List<Instant> ticks,
      Map<YearMonth, MonthlyTotal> totals) {
    FactLog whole = FactLog.of(facts);
    Floor floor = floor(whole).and(ofSubscriber);
    forgotten(key.subscriber(), whole, floor);
    FactLog log = FactLog.of(kept(whole, floor));
    if (log.facts().isEmpty()) {
      return;
    }
    RaisedAlerts memory = RaisedAlerts.none();
    for (Instant tick : ticks) {
      SubscriptionView view = Derivation.derive(key, log, floor, owner, tick);
      Alerts reminders = Alerts.at(view, owner, memory, tick);
      reminders.raised().forEach(alert -> raised.add(json(alert)));
      memory = reminders.next();
    }
    SubscriptionView view = Derivation.derive(key, log, floor, owner, ticks.getLast());
    ScheduledAlert next = Alerts.scheduled(view, owner, ticks.getLast()).orElse(null);
    view.state().ifPresent(state -> put(new SubscriptionDocument(state, next)));
    view.payments().forEach(payment -> put(new PaymentDocument(key, payment)));
    view.facts()
        .forEach(
            fact ->
                receipt(
                    key.subscriber(),
                    fact.fact(),
                    ReceiptDocument.Status.valueOf(fact.outcome().name())));
    view.contributions()
        .forEach(
            part ->
                totals.merge(
                    part.month(), MonthlyTotal.empty().plus(part), (sum, first) -> sum.plus(part)));
  }

  private static Floor floor(FactLog log) {
    return log.facts().stream()
        .filter(DomainAgreementTest::isDeletion)
        .map(fact -> new Floor(fact.time()))
        .reduce(Floor.none(), Floor::and);
  }

  private static boolean isDeletion(Fact fact) {
    return fact.data() instanceof SubscriptionDeleted || fact.data() instanceof SubscriberDeleted;
  }

  private static List<Fact> kept(FactLog log, Floor floor) {
    return log.facts().stream()
        .filter(fact -> !isDeletion(fact) && !floor.covers(fact.time()))
        .toList();
  }

  private void forgotten(SubscriberKey key, FactLog log, Floor floor) {
    for (Fact fact : log.facts()) {
      if (isDeletion(fact)) {
        receipt(key, fact, ReceiptDocument.Status.APPLIED);
      } else if (floor.covers(fact.time())) {
        receipt(key, fact, ReceiptDocument.Status.SUPERSEDED);
      }
    }
  }

  private static ReceiptDocument.Status status(FactLog log, Fact fact) {
    return log.counted().contains(fact)
        ? ReceiptDocument.Status.APPLIED
        : ReceiptDocument.Status.SUPERSEDED;
  }

  private void receipt(SubscriberKey key, Fact fact, ReceiptDocument.Status status) {
    String type = EventType.of(fact.data()).wireName();
    put(
        new ReceiptDocument(
            key, fact.id(), fact.digest(), type, status, null, fact.receivedAt(), SOME_NUMBER, 0));
  }

  private void put(ProjectionDocument document) {
    String json =
        DocumentJson.encode(
            DocumentJson.stamped(document.id(), document.content(), SOME_NUMBER, 0));
    documents
        .computeIfAbsent(document.projection().collection(), name -> new ArrayList<>())
        .add(ExtendedJson.document(json));
  }

  private static String json(AlertRaised alert) {
    AlertContent.OfSubscription content = (AlertContent.OfSubscription) alert.content();
    SubscriptionState state = content.subscription();
    return new String(
        AlertCodec.encode(
            new dev.perennial.contracts.alert.AlertRaised(
                alert.id(),
                alert.type().wireName(),
                alert.subscriber(),
                new dev.perennial.contracts.alert.AlertContent.OfSubscription(
                    state.key().subscriptionId(),
                    state.name(),
                    state.vendor(),
                    state.category(),
                    content.amount(),
                    content.previousAmount(),
                    content.renewalOn(),
                    content.paymentId(),
                    content.expectedAmount(),
                    content.duplicateOf(),
                    state.terms().collection(),
                    state.url()),
                alert.dueOn(),
                alert.lead(),
                alert.daysLeft(),
                alert.revision(),
                alert.fireAt(),
                alert.raisedAt(),
                alert.zone(),
                alert.locale().orElse(null),
                alert.routing().orElse(null))),
        UTF_8);
  }
}
