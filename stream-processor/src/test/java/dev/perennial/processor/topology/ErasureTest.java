package dev.perennial.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.contracts.alert.AlertRaised;
import dev.perennial.contracts.alert.AlertVoided;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.Money;
import dev.perennial.domain.event.Event;
import dev.perennial.processor.state.Erasure;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a deletion takes away, and what stays away. */
class ErasureTest {

  private static final String ANCHOR = "2026-01-31";
  private static final Event STARTED =
      Facts.started("netflix", "2026-01-05T10:00:00Z", ANCHOR, "12.90");
  private static final Event PAID = Facts.paid("netflix", "p1", "2026-01-10T10:00:00Z", "12.90");

  private final Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void whatADeletedSubscriptionToldIsTakenBackAtOnce() {
    pipeline.take(STARTED, PAID).tick("2026-01-24T09:00:00Z");
    AlertMessage raised = pipeline.alerts().getFirst();
    pipeline.countWritten();

    pipeline.take(Facts.deleted("netflix", "2026-01-24T12:00:00Z"));

    assertThat(pipeline.alerts())
        .singleElement()
        .isInstanceOfSatisfying(
            AlertVoided.class, voided -> assertThat(voided.id()).isEqualTo(raised.id()));
    isErased(Projection.SUBSCRIPTIONS, "acme|alice|netflix");
    isErased(Projection.PAYMENTS, "acme|alice|netflix|p1");
    isErased(Projection.SUBSCRIBER_TOTALS, "acme|alice|2026-01");
    assertThat(pipeline.receipts())
        .isEqualTo(
            Map.of(
                "start-netflix", "SUPERSEDED",
                "paid-p1", "SUPERSEDED",
                "delete-netflix2026-01-24T12:00:00Z", "APPLIED"));
    nothingIsKept();
  }

  private void isErased(Projection projection, String id) {
    BsonDocument document = pipeline.document(projection, id);
    assertThat(document.keySet())
        .containsExactlyInAnyOrder("_id", "partition", "tenantId", "erased");
  }

  private void nothingIsKept() {
    assertThat(pipeline.count(StateStores.SUBSCRIPTIONS)).isZero();
    assertThat(pipeline.count(StateStores.SUBSCRIBERS)).isZero();
    assertThat(pipeline.count(StateStores.TOTALS)).isZero();
    pipeline.tick("2026-01-30T09:00:00Z");
    assertThat(pipeline.alerts()).isEmpty();
    assertThat(pipeline.standing().get(Projection.SUBSCRIPTIONS)).isEmpty();
  }

  @Test
  void factsUpToTheFloorAreForgottenWheneverTheyCome() {
    pipeline.take(Facts.deleted("netflix", "2026-01-10T10:00:00Z")).take(STARTED, PAID);

    assertThat(pipeline.receipts())
        .containsEntry("start-netflix", "SUPERSEDED")
        .containsEntry("paid-p1", "SUPERSEDED");
    assertThat(pipeline.documents(Projection.SUBSCRIPTIONS)).isEmpty();
    assertThat(pipeline.metrics.events)
        .filteredOn(PipelineMetrics.EventOutcome.FORGOTTEN::equals)
        .hasSize(2);
    nothingIsKept();
  }

  @Test
  void whatHappensAfterwardsIsANewLife() {
    pipeline
        .take(STARTED, PAID, Facts.deleted("netflix", "2026-01-24T12:00:00Z"))
        .take(Facts.paid("netflix", "p2", "2026-02-01T10:00:00Z", "5.00"))
        .take(Facts.startedAgain());

    var standing = pipeline.standing();

    assertThat(standing.get(Projection.PAYMENTS)).containsOnlyKeys("acme|alice|netflix|p2");
    assertThat(standing.get(Projection.SUBSCRIBER_TOTALS)).containsOnlyKeys("acme|alice|2026-02");
    assertThat(standing.get(Projection.SUBSCRIPTIONS)).containsOnlyKeys("acme|alice|netflix");
  }

  @Test
  void aNewLifeIsToldOfUnderNewNames() {
    pipeline.take(STARTED).tick("2026-01-24T09:00:00Z");
    AlertMessage before = pipeline.alerts().getFirst();

    pipeline
        .take(Facts.deleted("netflix", "2026-01-24T12:00:00Z"), Facts.startedAgain())
        .tick("2026-01-24T14:00:00Z");

    assertThat(raised())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.id()).isNotEqualTo(before.id());
              assertThat(Facts.content(alert).amount()).isEqualTo(Money.of("7.00", "EUR"));
            });
  }

  private List<AlertRaised> raised() {
    return pipeline.alerts().stream()
        .filter(AlertRaised.class::isInstance)
        .map(AlertRaised.class::cast)
        .toList();
  }

  @Test
  void aDeletionThatComesAgainSaysNothing() {
    Event deletion = Facts.deleted("netflix", "2026-01-24T12:00:00Z");
    Event leaving = Facts.subscriberDeleted("2026-01-24T13:00:00Z");
    pipeline.take(STARTED, deletion, leaving).countWritten();

    pipeline.take(deletion, leaving);

    assertThat(pipeline.countWritten()).isZero();
  }

  @Test
  void aDeletionBelowTheFloorIsAppliedToo() {
    pipeline.take(
        Facts.subscriberDeleted("2026-03-01T00:00:00Z"),
        Facts.deleted("netflix", "2026-01-24T12:00:00Z"),
        Facts.subscriberDeleted("2026-02-01T00:00:00Z"));

    assertThat(pipeline.receipts().values()).hasSize(3).containsOnly("APPLIED");
    assertThat(pipeline.alerts()).hasSize(1);
    pipeline.take(Facts.started("hulu", "2026-02-15T00:00:00Z", ANCHOR, "1"));
    assertThat(pipeline.documents(Projection.SUBSCRIPTIONS)).isEmpty();
  }

  @Test
  void whatIsForgottenCountsForNoLimit() {
    pipeline.take(Facts.subscriberDeleted("2026-03-01T00:00:00Z"));
    for (int number = 0; number <= Pipeline.LIMITS.subscriptions(); number++) {
      pipeline.take(Facts.started("s" + number, "2026-01-05T10:00:00Z", ANCHOR, "1"));
    }
    for (int number = 0; number <= Pipeline.LIMITS.facts(); number++) {
      pipeline.take(Facts.paid("netflix", "p" + number, "2026-01-31T10:00:00Z", "1"));
    }

    pipeline.take(Facts.started("netflix", "2026-03-05T10:00:00Z", "2026-03-31", "1"));

    assertThat(pipeline.deadLetters()).isEmpty();
    assertThat(pipeline.standing().get(Projection.SUBSCRIPTIONS)).hasSize(1);
  }

  @Test
  void whatIsErasedMakesRoom() {
    pipeline.take(Facts.many(Pipeline.LIMITS.subscriptions()));

    pipeline.take(
        Facts.deleted("s3", "2026-01-06T10:00:00Z"),
        Facts.started("another", "2026-01-05T10:00:00Z", ANCHOR, "1"));

    assertThat(pipeline.deadLetters()).isEmpty();
    assertThat(pipeline.documents(Projection.SUBSCRIPTIONS)).containsKey("acme|alice|another");
  }

  @Test
  void whatIsRememberedOfAnErasureNamesNobody() {
    pipeline.take(
        STARTED,
        Facts.deleted("netflix", "2026-01-24T12:00:00Z"),
        Facts.subscriberDeleted("2026-01-24T12:00:00Z"));

    try (KeyValueIterator<String, Erasure> all =
        pipeline.<Erasure>store(StateStores.ERASURES).all()) {
      all.forEachRemaining(
          entry -> {
            assertThat(entry.key).matches("[0-9a-f]{64}");
            assertThat(entry.value.deletions())
                .singleElement()
                .asString()
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(entry.key);
          });
    }
    assertThat(pipeline.count(StateStores.ERASURES)).isEqualTo(2);
  }
}
