package dev.perennial.operations.connect;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.operations.Projections;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Real Connect, Kafka, MongoDB and Redis; every test has ids of its own. */
@WithBackends({Backend.KAFKA, Backend.MONGODB, Backend.REDIS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SinksIT {

  private static final String SUBSCRIPTIONS = "subscriptions.e1";
  private static final String PAYMENTS = "payments.e1";
  private static final String TOTALS = "subscriber-totals.e1";
  private static final String TENANT_TOTALS = "tenant-totals.e1";

  private final Sinks sinks;
  private final Backends backends;
  private final TotalsInRedis redis;

  SinksIT(Backends backends, @TempDir Path folder) {
    this.backends = backends;
    this.sinks = new Sinks(backends, folder);
    this.redis = new TotalsInRedis(backends.redis().uri());
  }

  @BeforeAll
  static void patience() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(90));
  }

  @AfterAll
  void close() {
    sinks.close();
  }

  @BeforeEach
  void everythingRuns() {
    sinks.connectors.waitUntilRunning(Sinks.EPOCH, Duration.ofSeconds(60));
  }

  @Test
  void applyingTheSameConnectorsAgainChangesNothing() {
    assertThat(sinks.apply()).isEmpty();
  }

  @Test
  void documentsArriveAsTypedBson() {
    BsonDocument subscription = Projections.subscription("typed", 7);
    BsonDocument payment = Projections.payment("typed", 8);
    sinks.send(SUBSCRIPTIONS, subscription);
    sinks.send(PAYMENTS, payment);

    await().until(() -> sinks.stored("payments", "typed").isPresent());
    await().until(() -> sinks.stored("subscriptions", "typed").isPresent());
    assertThat(sinks.stored("payments", "typed")).contains(payment);
    assertThat(sinks.stored("subscriptions", "typed")).contains(subscription);
    assertThat(payment.isDateTime("paidAt")).isTrue();
    assertThat(payment.getDocument("amount").isDecimal128("value")).isTrue();
  }

  @Test
  void totalsOfTenantsGoToMongodbAlone() {
    String id = "acme|2026-11|0";
    BsonDocument part = Projections.tenantTotals(id, 3);
    BsonDocument watermark = Projections.watermark("tenant-totals", 4);
    sinks.send(TENANT_TOTALS, part);
    sinks.send(TENANT_TOTALS, Projections.tenantTotals(id, 2));
    sinks.send(TENANT_TOTALS, watermark);

    await().until(() -> sinks.stored("watermarks", "tenant-totals|0").isPresent());
    await().until(() -> sinks.stored("tenant-totals", id).isPresent());
    assertThat(sinks.stored("tenant-totals", id)).contains(part);
    assertThat(redis.watermarks()).doesNotContainKey("tenant-totals|0");
  }

  @Test
  void anOlderVersionOrATombstoneReplacesNothing() {
    sinks.send(TOTALS, Projections.totals("ordered", 2, "2"));
    sinks.send(TOTALS, Projections.totals("ordered", 1, "1"));
    sinks.send(TOTALS, "ordered", null);
    sinks.send(TOTALS, Projections.totals("ordered-end", 1, "1"));

    await().until(() -> sinks.stored("subscriber-totals", "ordered-end").isPresent());
    await().until(() -> redis.document("ordered-end").containsKey("version"));
    assertThat(sinks.stored("subscriber-totals", "ordered"))
        .contains(Projections.totals("ordered", 2, "2"));
    assertThat(redis.document("ordered")).containsEntry("version", "2");
  }

  @Test
  void whatTheValidatorRefusesBecomesADeadLetterAndTheRestIsWritten() {
    BsonDocument refused = Projections.payment("refused", 1);
    refused.put("paidAt", new BsonString("yesterday"));
    for (int number = 0; number < 50; number++) {
      sinks.send(PAYMENTS, Projections.payment("before-" + number, 1));
    }
    sinks.send(PAYMENTS, refused);
    sinks.send(PAYMENTS, Projections.payment("after", 1));
    sinks.send(PAYMENTS, "unreadable", "{\"_id\":");

    await().until(() -> sinks.stored("payments", "after").isPresent());
    await()
        .until(() -> lettersByKey(PAYMENTS).keySet().containsAll(List.of("refused", "unreadable")));
    assertThat(lettersByKey(PAYMENTS)).containsOnlyKeys("refused", "unreadable");
    ConsumerRecord<String, String> letter = requireNonNull(lettersByKey(PAYMENTS).get("refused"));
    assertThat(Sinks.header(letter, "__connect.errors.topic")).isEqualTo(PAYMENTS);
    assertThat(Sinks.header(letter, "__connect.errors.exception.message"))
        .contains("Document failed validation");
    assertThat(sinks.stored("payments", "before-49")).isPresent();
    assertThat(sinks.stored("payments", "refused")).isEmpty();
  }

  @Test
  void watermarksGoIntoTheirOwnCollection() {
    BsonDocument watermark = Projections.watermark("subscriber-totals", 9);
    sinks.send(TOTALS, watermark);
    await().until(() -> sinks.stored("watermarks", "subscriber-totals|0").isPresent());
    await().until(() -> redis.watermarks().containsKey("subscriber-totals|0"));
    assertThat(sinks.stored("watermarks", "subscriber-totals|0")).contains(watermark);
    assertThat(sinks.stored("subscriber-totals", "subscriber-totals|0")).isEmpty();
  }

  @Test
  void resettingOffsetsChangesNoDocument() {
    sinks.send(TOTALS, Projections.totals("reset-a", 1, "1"));
    sinks.send(TOTALS, Projections.totals("reset-a", 2, "2"));
    sinks.send(TOTALS, Projections.totals("reset-lost", 3, "3"));
    await().until(() -> sinks.stored("subscriber-totals", "reset-lost").isPresent());
    Map<String, BsonDocument> before = all("subscriber-totals");
    // What only reading from the start again can bring back.
    sinks
        .collection("subscriber-totals")
        .deleteOne(new BsonDocument("_id", new BsonString("reset-lost")));

    sinks.resetOffsets("perennial-e1-mongodb-subscriber-totals");

    await().until(() -> sinks.stored("subscriber-totals", "reset-lost").isPresent());
    sinks.send(TOTALS, Projections.totals("reset-end", 4, "4"));
    await().until(() -> sinks.stored("subscriber-totals", "reset-end").isPresent());
    assertThat(all("subscriber-totals")).containsAllEntriesOf(before);
  }

  @Test
  void redisHealsAfterAFlushThoughNoRecordComes() {
    sinks.send(TOTALS, Projections.totals("flushed", 5, "5.50"));
    await().until(() -> redis.document("flushed").containsKey("version"));
    Map<String, Map<String, String>> before = redis.everything();

    redis.flush();

    await().until(() -> redis.everything().equals(before));
  }

  @Test
  void nothingIsLostWhileRedisIsAway() {
    sinks.send(TOTALS, Projections.totals("redis-before", 1, "1"));
    await().until(() -> redis.document("redis-before").containsKey("version"));
    backends.redis().process().kill();
    sinks.send(TOTALS, Projections.totals("redis-away", 1, "1"));
    backends.redis().restart();

    await().until(() -> redis.document("redis-away").containsKey("version"));
    assertThat(redis.document("redis-before")).containsEntry("version", "1");
  }

  @Test
  void theSupervisorRestartsWhatAKilledMongodMadeFail() {
    backends.mongodb().process().orElseThrow().kill();
    try {
      sinks.send(PAYMENTS, Projections.payment("mongod-away", 1));
      await().until(() -> failed("perennial-e1-mongodb-payments"));
    } finally {
      backends.mongodb().restart();
    }
    assertThat(sinks.stored("payments", "mongod-away")).isEmpty();

    try (var supervisor = new ConnectorSupervisor(sinks.connectors, Clock.systemUTC())) {
      supervisor.start(Duration.ofSeconds(1));
      await().until(() -> sinks.stored("payments", "mongod-away").isPresent());
    }
    assertThat(lettersByKey(PAYMENTS)).doesNotContainKey("mongod-away");
  }

  private boolean failed(String connector) {
    return sinks.connectors.status().stream()
        .anyMatch(status -> status.name().equals(connector) && status.failed());
  }

  private Map<String, ConsumerRecord<String, String>> lettersByKey(String topic) {
    Map<String, ConsumerRecord<String, String>> letters = new HashMap<>();
    sinks.deadLettersOf(topic).forEach(letter -> letters.put(letter.key(), letter));
    return letters;
  }

  private Map<String, BsonDocument> all(String collection) {
    Map<String, BsonDocument> all = new HashMap<>();
    sinks
        .collection(collection)
        .find()
        .into(new ArrayList<>())
        .forEach(document -> all.put(document.getString("_id").getValue(), document));
    return all;
  }
}
