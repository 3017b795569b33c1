package dev.perennial.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.contracts.alert.AlertVoided;
import dev.perennial.contracts.alert.SubscriberErased;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.event.Event;
import dev.perennial.processor.state.Erasure;
import dev.perennial.processor.state.MemoryFormat;
import dev.perennial.processor.state.MemoryStore;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is left of a subscriber that was deleted: a floor. */
class SubscriberErasureTest {

  private static final Event STARTED =
      Facts.started("netflix", "2026-01-05T10:00:00Z", "2026-01-31", "12.90");
  private static final Event PAID = Facts.paid("netflix", "p1", "2026-01-10T10:00:00Z", "12.90");

  private final Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void theNotifierHearsOfAnErasedSubscriberBeforeAllElse() {
    List<Event> many = Facts.many(2 * Pipeline.LIMITS.chunk() + 1);
    pipeline
        .take(Facts.livesIn("Pacific/Auckland", "2026-01-01T10:00:00Z"))
        .take(many)
        .tick("2026-01-24T09:00:00Z");
    assertThat(pipeline.alerts()).hasSize(many.size());

    pipeline.take(Facts.subscriberDeleted("2026-01-24T12:00:00Z"));

    List<AlertMessage> alerts = pipeline.alerts();
    assertThat(alerts.getFirst())
        .isEqualTo(new SubscriberErased(Facts.ALICE, Instant.parse("2026-01-24T12:00:00Z")));
    assertThat(alerts.subList(1, alerts.size()))
        .hasSize(many.size())
        .allMatch(AlertVoided.class::isInstance);
    assertThat(pipeline.receipts().values())
        .filteredOn("SUPERSEDED"::equals)
        .hasSize(many.size() + 1);
    assertThat(pipeline.standing().get(Projection.SUBSCRIPTIONS)).isEmpty();
    nothingIsKept();
  }

  @Test
  void theNextLifeOfASubscriberKnowsNothingOfTheLast() {
    pipeline.take(
        Facts.livesIn("Pacific/Auckland", "2026-01-01T10:00:00Z"),
        Facts.subscriberDeleted("2026-01-24T12:00:00Z"),
        Facts.startedAgain());

    assertThat(
            pipeline
                .document(Projection.SUBSCRIPTIONS, "acme|alice|netflix")
                .getString("zone")
                .getValue())
        .isEqualTo("Z");
  }

  @Test
  void aLaterLifeOutlivesAnErasureThatComesLate() {
    pipeline.take(STARTED, PAID, Facts.startedAgain()).standing();

    pipeline.take(Facts.subscriberDeleted("2026-01-24T12:00:00Z"));

    assertThat(pipeline.receipts()).doesNotContainKey("again");
    assertThat(
            pipeline
                .document(Projection.SUBSCRIPTIONS, "acme|alice|netflix")
                .getDocument("price")
                .getDocument("amount")
                .getDecimal128("value")
                .getValue())
        .hasToString("7.00");
    assertThat(
            kept(StateStores.SUBSCRIPTIONS, MemoryFormat.subscriptions(), "acme|alice|netflix")
                .facts()
                .size())
        .isEqualTo(1);
    assertThat(
            kept(StateStores.SUBSCRIBERS, MemoryFormat.subscribers(), "acme|alice").subscriptions())
        .isEqualTo(1);
  }

  private <T> T kept(String store, MemoryFormat<T> format, String key) {
    return new MemoryStore<>(pipeline.store(store), format).get(key).orElseThrow();
  }

  /** As a fresh instance finds the stores of one that was killed between two chunks. */
  @Test
  void anErasureThatWasInterruptedGoesOnFromTheStore() {
    pipeline.take(Facts.many(2 * Pipeline.LIMITS.chunk() + 1)).standing();
    try (Pipeline killed = new Pipeline()) {
      killed.take(Facts.subscriberDeleted("2026-01-24T12:00:00Z"));
      copy(killed.store(StateStores.ERASURES), pipeline.store(StateStores.ERASURES));
    }
    pipeline.<String>store(StateStores.JOBS).put(new Job.OfSubscriber(Facts.ALICE).name(), "");

    pipeline.tick("2026-01-24T12:00:10Z");

    assertThat(pipeline.documents(Projection.SUBSCRIPTIONS).values())
        .hasSize(2 * Pipeline.LIMITS.chunk() + 1)
        .allMatch(document -> document.containsKey("erased"));
    assertThat(pipeline.count(StateStores.JOBS)).isZero();
    nothingIsKept();
  }

  private static void copy(KeyValueStore<String, Erasure> from, KeyValueStore<String, Erasure> to) {
    try (KeyValueIterator<String, Erasure> all = from.all()) {
      all.forEachRemaining(entry -> to.put(entry.key, entry.value));
    }
  }

  private void nothingIsKept() {
    assertThat(pipeline.count(StateStores.SUBSCRIPTIONS)).isZero();
    assertThat(pipeline.count(StateStores.SUBSCRIBERS)).isZero();
    pipeline.tick("2026-01-30T09:00:00Z");
    assertThat(pipeline.alerts()).isEmpty();
    assertThat(pipeline.standing().get(Projection.SUBSCRIPTIONS)).isEmpty();
  }
}
