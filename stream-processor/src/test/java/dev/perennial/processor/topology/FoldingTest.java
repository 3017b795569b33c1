package dev.perennial.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.event.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.bson.BsonDocument;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

  private final Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void aSubscriptionAndItsPaymentBecomeDocuments() {
    pipeline.take(
        Facts.started("netflix", "2026-01-05T10:00:00Z", "2026-01-31", "12.90"),
        Facts.paid("netflix", "p1", "2026-01-31T10:00:00Z", "12.90"));

    assertThat(pipeline.documents(Projection.SUBSCRIPTIONS)).containsOnlyKeys("acme|alice|netflix");
    BsonDocument payment = pipeline.document(Projection.PAYMENTS, "acme|alice|netflix|p1");
    assertThat(payment.getString("category").getValue()).isEqualTo("streaming");
    assertThat(sum("2026-01")).isEqualTo(Decimal128.parse("12.90"));
    assertThat(receipts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("start-netflix", "APPLIED", "paid-p1", "APPLIED"));
  }

  @Test
  void theReceiptOfAPaymentTellsItsAmount() {
    pipeline.take(
        Facts.started("netflix", "2026-01-05T10:00:00Z", "2026-01-31", "12.90"),
        Facts.paid("netflix", "p1", "2026-01-31T10:00:00Z", "11.90"));

    assertThat(pipeline.documents(Projection.RECEIPTS).values())
        .filteredOn(receipt -> receipt.containsKey("amount"))
        .singleElement()
        .satisfies(
            receipt -> {
              BsonDocument amount = receipt.getDocument("amount");
              assertThat(receipt.getString("eventId").getValue()).isEqualTo("paid-p1");
              assertThat(amount.getDecimal128("value").getValue()).hasToString("11.90");
              assertThat(amount.getString("currency").getValue()).isEqualTo("EUR");
            });
  }

  @Test
  void versionsRiseWithEveryDocumentOfThePartition() {
    pipeline
        .take(
            Facts.started("netflix", "2026-01-05T10:00:00Z", "2026-01-31", "12.90"),
            Facts.paid("netflix", "p1", "2026-01-31T10:00:00Z", "12.90"))
        .tick("2026-02-01T10:00:00Z");

    List<Long> versions = new ArrayList<>();
    for (Projection projection : Projection.values()) {
      pipeline
          .written(projection)
          .forEach(document -> versions.add(document.getInt64("version").getValue()));
    }

    assertThat(versions).doesNotHaveDuplicates().allMatch(version -> version > 1L << 40);
    assertThat(Collections.max(versions)).isEqualTo((1L << 40) + versions.size());
  }

  @Test
  void postingTheSameAgainSaysNothing() {
    List<Event> facts = history();
    pipeline.take(facts).tick("2026-05-01T10:00:00Z").countWritten();

    pipeline.take(facts);

    assertThat(pipeline.countWritten()).isZero();
    assertThat(pipeline.metrics.events)
        .filteredOn(PipelineMetrics.EventOutcome.DUPLICATE::equals)
        .hasSize(facts.size());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void orderAndRepetitionDoNotMatter(long seed) {
    List<Event> shuffled = new ArrayList<>(history());
    shuffled.addAll(history());
    Collections.shuffle(shuffled, new Random(seed));
    Map<Projection, SortedMap<String, BsonDocument>> expected;
    try (Pipeline inOrder = new Pipeline()) {
      expected = inOrder.take(history()).tick("2026-05-01T10:00:00Z").standing();
    }

    var actual = pipeline.take(shuffled).tick("2026-05-01T10:00:00Z").standing();

    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void aPaymentWaitsForItsSubscriptionAndIsThenCategorised() {
    pipeline.take(Facts.paid("netflix", "p1", "2026-01-31T10:00:00Z", "12.90"));

    assertThat(receipts()).containsEntry("paid-p1", "WAITING");
    assertThat(line("2026-01").getString("category").getValue()).isEqualTo("uncategorised");

    pipeline.take(Facts.started("netflix", "2026-01-05T10:00:00Z", "2026-01-31", "12.90"));

    assertThat(receipts()).containsEntry("paid-p1", "APPLIED");
    assertThat(line("2026-01").getString("category").getValue()).isEqualTo("streaming");
  }

  @Test
  void aTotalThatComesToNothingIsErased() {
    pipeline.take(
        Facts.paid("netflix", "p1", "2026-01-31T10:00:00Z", "12.90"),
        Facts.refunded("netflix", "p1", "2026-02-03T10:00:00Z", "12.90"));

    BsonDocument total = pipeline.document(Projection.SUBSCRIBER_TOTALS, "acme|alice|2026-01");

    assertThat(total.getBoolean("erased").getValue()).isTrue();
    assertThat(total).doesNotContainKey("subscriberId");
  }

  @Test
  void aPaymentWhoseFactIsSupersededByAnotherPaymentIsErased() {
    var wrong = Facts.paid("netflix", "p1", "2026-01-31T10:00:00Z", "12.90");
    var right = Facts.paid("netflix", "p2", "2026-01-31T11:00:00Z", "12.90").fact();
    pipeline.take(wrong, Facts.event("paid-p1", "netflix", "2026-01-31T11:00:00Z", right.data()));

    SortedMap<String, BsonDocument> payments = pipeline.documents(Projection.PAYMENTS);

    assertThat(payments.get("acme|alice|netflix|p1")).containsKey("erased");
    assertThat(payments.get("acme|alice|netflix|p2")).doesNotContainKey("erased");
  }

  @Test
  void aMovedSubscriberIsDerivedAnewWithEverySubscription() {
    List<Event> many = new ArrayList<>();
    for (int number = 0; number < 2 * Pipeline.LIMITS.chunk() + 1; number++) {
      many.add(Facts.started("s" + number, "2026-01-05T10:00:00Z", "2026-01-31", "1.00"));
    }
    pipeline.take(many).countWritten();

    pipeline.take(Facts.livesIn("Pacific/Auckland", "2026-01-06T10:00:00Z"));

    assertThat(pipeline.documents(Projection.SUBSCRIPTIONS).values())
        .hasSize(many.size())
        .allSatisfy(
            document ->
                assertThat(document.getString("zone").getValue()).isEqualTo("Pacific/Auckland"));
  }

  private static List<Event> history() {
    return List.of(
        Facts.livesIn("Europe/Vienna", "2025-12-01T00:00:00Z"),
        Facts.livesIn("America/New_York", "2026-03-01T00:00:00Z"),
        Facts.started("netflix", "2026-01-05T10:00:00Z", "2026-01-31", "12.90"),
        Facts.paid("netflix", "p1", "2026-01-31T23:30:00Z", "12.90"),
        Facts.paid("netflix", "p2", "2026-02-28T10:00:00Z", "12.90"),
        Facts.refunded("netflix", "p2", "2026-03-02T10:00:00Z", "2.90"),
        Facts.started("gym", "2026-02-01T10:00:00Z", "2026-02-10", "40", "sports"),
        Facts.paid("gym", "p3", "2026-02-10T10:00:00Z", "40"),
        Facts.cancelled("gym", "2026-03-05T10:00:00Z"));
  }

  private Decimal128 sum(String month) {
    return line(month).getDecimal128("amount").getValue();
  }

  private BsonDocument line(String month) {
    return pipeline
        .document(Projection.SUBSCRIBER_TOTALS, "acme|alice|" + month)
        .getArray("lines")
        .getFirst()
        .asDocument();
  }

  private Map<String, String> receipts() {
    Map<String, String> statuses = new LinkedHashMap<>();
    pipeline
        .documents(Projection.RECEIPTS)
        .values()
        .forEach(
            receipt ->
                statuses.put(
                    receipt.getString("eventId").getValue(),
                    receipt.getString("status").getValue()));
    return statuses;
  }
}
