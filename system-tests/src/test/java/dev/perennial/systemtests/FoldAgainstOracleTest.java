package dev.perennial.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.SubscriberData;
import dev.perennial.domain.fold.Derivation;
import dev.perennial.domain.fold.FactLog;
import dev.perennial.domain.fold.FactStatus;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.fold.SubscriptionView;
import dev.perennial.domain.total.Contribution;
import dev.perennial.domain.total.MonthlyTotal;
import dev.perennial.standalone.oracle.Comparison;
import dev.perennial.standalone.oracle.Expected;
import dev.perennial.standalone.oracle.Oracle;
import dev.perennial.standalone.oracle.Ticks;
import dev.perennial.standalone.sample.Sample;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The domain alone, without a pipeline around it, says what the oracle says of the sample. */
class FoldAgainstOracleTest {

  private static final String TENANT = "acme";
  private static final int PARTITION = 0;
  private static final Set<String> FOLDED =
      Set.of(Expected.SUBSCRIPTIONS, Expected.PAYMENTS, Expected.TOTALS, Expected.RECEIPTS);

  @ParameterizedTest(name = "seed {0}, T = {1}")
  @CsvSource({
    "1, 2026-11-23T01:02:03Z",
    "2, 2026-02-28T23:30:00Z",
    "3, 2024-02-29T12:00:00Z",
    "4, 2026-03-29T01:30:00Z",
    "5, 2026-12-31T10:59:59Z"
  })
  void everyDocumentOfTheSampleIsTheOracles(long seed, Instant at) {
    Sample sample = Sample.generate(seed, at);
    Instant tick = at.plus(Duration.ofMinutes(3));
    Oracle oracle =
        new Oracle(TENANT, subscriber -> PARTITION, Ticks.everywhere(1, at, tick), Map.of());

    Comparison comparison =
        Comparison.of(folded(oracle.expect(sample.events())), fold(sample.shuffled(seed), tick));

    assertThat(comparison.documents()).isGreaterThan(6_000);
    assertThat(comparison.differences()).isEmpty();
  }

  private static Expected folded(Expected expected) {
    Map<String, Map<String, Map<String, Object>>> kept = new HashMap<>(expected.collections());
    kept.keySet().retainAll(FOLDED);
    return new Expected(kept);
  }

  private static Map<String, Map<String, Map<String, Object>>> fold(
      List<String> events, Instant tick) {
    Map<String, Map<String, Map<String, Object>>> documents = new HashMap<>();
    events.stream()
        .map(json -> decoded(json, tick))
        .collect(Collectors.groupingBy(Event::subscriber))
        .forEach((subscriber, own) -> fold(subscriber, own, tick, documents));
    return documents;
  }

  private static Event decoded(String json, Instant receivedAt) {
    Decoding decoding =
        EventCodec.decode(
            StrictJson.parse(json.getBytes(UTF_8)), new Arrival(TENANT, receivedAt, Mode.LIVE));
    return switch (decoding) {
      case Decoding.Decoded event -> event.event();
      case Decoding.Rejected rejected ->
          throw new AssertionError(rejected.violation() + " in " + json);
    };
  }

  private static void fold(
      SubscriberKey key,
      List<Event> events,
      Instant tick,
      Map<String, Map<String, Map<String, Object>>> documents) {
    Map<Boolean, List<Event>> byKind =
        events.stream()
            .collect(
                Collectors.partitioningBy(event -> event.fact().data() instanceof SubscriberData));
    FactLog profile =
        FactLog.of(byKind.getOrDefault(true, List.of()).stream().map(Event::fact).toList());
    Subscriber subscriber = Subscriber.of(profile.facts());
    Set<Fact> counted = new HashSet<>(profile.counted());
    profile
        .facts()
        .forEach(fact -> put(receipt(key, fact, statusOf(counted.contains(fact))), documents));
    Map<YearMonth, MonthlyTotal> totals = new TreeMap<>();
    byKind.getOrDefault(false, List.of()).stream()
        .collect(Collectors.groupingBy(Event::subject))
        .forEach(
            (subject, own) -> {
              FactLog log = FactLog.of(own.stream().map(Event::fact).toList());
              SubscriptionView view =
                  Derivation.derive(key.subscription(subject), log, subscriber, tick);
              view.state().ifPresent(state -> put(new SubscriptionDocument(state), documents));
              view.payments()
                  .forEach(
                      payment ->
                          put(new PaymentDocument(key.subscription(subject), payment), documents));
              view.facts().forEach(status -> put(receipt(key, status), documents));
              view.contributions()
                  .forEach(
                      contribution ->
                          totals.merge(
                              contribution.month(),
                              total(contribution),
                              (old, one) -> old.plus(contribution)));
            });
    totals.forEach(
        (month, total) -> {
          if (!total.isEmpty()) {
            put(new SubscriberTotalDocument(key, month, total), documents);
          }
        });
  }

  private static MonthlyTotal total(Contribution contribution) {
    return MonthlyTotal.empty().plus(contribution);
  }

  private static FactStatus.Outcome statusOf(boolean counts) {
    return counts ? FactStatus.Outcome.APPLIED : FactStatus.Outcome.SUPERSEDED;
  }

  private static ReceiptDocument receipt(SubscriberKey key, FactStatus status) {
    return receipt(key, status.fact(), status.outcome());
  }

  private static ReceiptDocument receipt(SubscriberKey key, Fact fact, FactStatus.Outcome outcome) {
    return new ReceiptDocument(
        key,
        fact.id(),
        fact.digest(),
        EventType.of(fact.data()).wireName(),
        ReceiptDocument.Status.valueOf(outcome.name()),
        null,
        fact.receivedAt(),
        0,
        PARTITION);
  }

  private static void put(
      ProjectionDocument document, Map<String, Map<String, Map<String, Object>>> documents) {
    documents
        .computeIfAbsent(document.projection().collection(), name -> new HashMap<>())
        .put(
            document.id(),
            PlainData.of(DocumentJson.stamped(document.id(), document.content(), 1L, PARTITION)));
  }
}
