package dev.perennial.connectors.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.TestNames;
import dev.perennial.backends.WithBackends;
import dev.perennial.connectors.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.bson.BsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

@WithBackends(Backend.REDIS)
class RedisSinkTaskTest {

  private static final String TOPIC = "subscriber-totals.e1";
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
  private static final JsonWriterSettings EXTENDED =
      JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

  private final Backends backends;
  private final RedisClient redis;
  private final RedisKeys keys;
  private final TaskContext worker = new TaskContext();
  private final RedisSinkTask task;

  RedisSinkTaskTest(Backends backends, TestNames names) {
    this.backends = backends;
    this.redis = RedisClient.create(backends.redis().uri());
    this.keys = new RedisKeys(names.redisPrefix() + "e1", "subscriber-totals");
    this.task = started(backends.redis().uri(), worker);
  }

  @BeforeEach
  void open() {
    redis.flushAll();
    task.open(List.of(PARTITION));
    worker.rewinds.clear();
  }

  @AfterEach
  void stop() {
    task.stop();
    redis.close();
  }

  @Test
  void shouldWriteADocumentAsItWasOnTheTopic() {
    BsonDocument document = Documents.totals("acme|alice|2026-11", 7, "12.90");
    task.put(List.of(at(0, document)));

    assertThat(redis.hgetAll(keys.document("acme|alice|2026-11")))
        .isEqualTo(Map.of("version", "7", "document", document.toJson(EXTENDED)));
  }

  @Test
  void shouldKeepWhatIsAsNewOrNewer() {
    task.put(List.of(at(0, Documents.totals("a", 7, "7"))));
    Map<String, String> before = redis.hgetAll(keys.document("a"));

    task.put(List.of(at(1, Documents.totals("a", 7, "8")), at(2, Documents.totals("a", 6, "6"))));

    assertThat(redis.hgetAll(keys.document("a"))).isEqualTo(before);
  }

  @Test
  void shouldCompareVersionsAsNumbers() {
    task.put(List.of(at(0, Documents.totals("a", 9, "9"))));
    task.put(List.of(at(1, Documents.totals("a", 1099511627786L, "10"))));
    assertThat(redis.hget(keys.document("a"), "version")).isEqualTo("1099511627786");
  }

  @Test
  void shouldLeaveNothingButTheVersionOfAnErasedDocumentAndThatForSixtyDays() {
    task.put(List.of(at(0, Documents.totals("a", 1, "1")), at(1, Documents.erased("a", 2))));

    assertThat(redis.hgetAll(keys.document("a"))).isEqualTo(Map.of("version", "2", "erased", "1"));
    assertThat(redis.ttl(keys.document("a"))).isBetween(60L * 86_400 - 60, 60L * 86_400);
  }

  @Test
  void shouldNotExpireADocumentThatCameBack() {
    task.put(List.of(at(0, Documents.erased("a", 2)), at(1, Documents.totals("a", 3, "3"))));
    assertThat(redis.hgetAll(keys.document("a"))).containsOnlyKeys("version", "document");
    assertThat(redis.ttl(keys.document("a"))).isEqualTo(-1);
  }

  @Test
  void shouldKeepTheNewestWatermark() {
    BsonDocument newest = Documents.watermark(0, 5);
    task.put(List.of(at(0, newest), at(1, Documents.watermark(0, 4))));
    assertThat(redis.hgetAll(keys.watermarks()))
        .isEqualTo(Map.of("subscriber-totals|0", newest.toJson(EXTENDED)));
  }

  @Test
  void shouldKeepItsPlaceInRedisAndCommitNothing() {
    task.put(List.of(at(41, Documents.totals("a", 1, "1"))));
    assertThat(redis.hgetAll(keys.positions())).isEqualTo(Map.of(TOPIC + "|0", "42"));
    assertThat(task.preCommit(Map.of())).isEmpty();
  }

  @Test
  void shouldReadOnFromItsPlaceWhenItGetsThePartitionAgain() {
    task.put(List.of(at(41, Documents.totals("a", 1, "1"))));
    task.close(List.of(PARTITION));
    task.open(List.of(PARTITION));
    assertThat(worker.rewinds).isEqualTo(Map.of(PARTITION, 42L));
  }

  @Test
  void shouldReadFromTheStartAfterAFlushThoughNoRecordComes() {
    task.put(List.of(at(41, Documents.totals("a", 1, "1"))));
    redis.flushAll();

    task.put(List.of());

    assertThat(worker.rewinds).isEqualTo(Map.of(PARTITION, 0L));
    assertThat(worker.timeoutMs).as("looks again soon").isEqualTo(5_000);
  }

  @Test
  void shouldNotWriteBehindAPlaceThatWasLost() {
    task.put(List.of(at(41, Documents.totals("a", 1, "1"))));
    redis.flushAll();

    task.put(List.of(at(42, Documents.totals("b", 1, "1"))));

    assertThat(redis.exists(keys.document("b"))).isFalse();
    task.put(List.of(at(0, Documents.totals("a", 1, "1")), at(42, Documents.totals("b", 1, "1"))));
    assertThat(redis.exists(keys.document("a"))).isTrue();
    assertThat(redis.hgetAll(keys.positions())).isEqualTo(Map.of(TOPIC + "|0", "43"));
  }

  @Test
  void shouldReadFromWhereAFailoverFellBackTo() {
    task.put(List.of(at(41, Documents.totals("a", 1, "1"))));
    redis.hset(keys.positions(), TOPIC + "|0", "40");

    task.put(List.of(at(42, Documents.totals("b", 1, "1"))));

    assertThat(worker.rewinds).isEqualTo(Map.of(PARTITION, 40L));
    assertThat(redis.exists(keys.document("b"))).isFalse();
  }

  @Test
  void shouldWriteManyRecordsOfManyPartitions() {
    var other = new TopicPartition(TOPIC, 1);
    task.open(List.of(other));
    List<SinkRecord> records = new ArrayList<>();
    LongStream.range(0, 1_201)
        .forEach(offset -> records.add(at(offset, Documents.totals("a" + offset, 1, "1"))));
    records.add(record(other, 9, "b", Documents.totals("b", 1, "1").toJson(EXTENDED)));

    task.put(records);

    assertThat(redis.hgetAll(keys.positions()))
        .isEqualTo(Map.of(TOPIC + "|0", "1201", TOPIC + "|1", "10"));
    assertThat(redis.exists(keys.document("a1200"))).isTrue();
  }

  @Test
  void shouldPassTombstonesAndDeadLetterWhatItCannotRead() {
    SinkRecord poison = record(PARTITION, 1, "a", "{\"name\": \"Alice");
    task.put(
        List.of(record(PARTITION, 0, "a", null), poison, at(2, Documents.totals("b", 1, "1"))));

    assertThat(worker.deadLetters).containsExactly(poison);
    assertThat(redis.hgetAll(keys.positions())).isEqualTo(Map.of(TOPIC + "|0", "3"));
  }

  @Test
  void shouldAskForTheSameRecordsAgainWhileRedisIsAway() {
    backends.redis().stop();
    try {
      List<SinkRecord> records = List.of(at(0, Documents.totals("a", 1, "1")));
      assertThatThrownBy(() -> task.put(records)).isInstanceOf(RetriableException.class);
      backends.redis().restart();
      task.put(records);
      assertThat(existsAfterRestart("a")).isTrue();
    } finally {
      backends.redis().restart();
    }
  }

  @Test
  void shouldLearnItsPlaceLaterWhereRedisIsAwayAtTheStart() {
    task.put(List.of(at(41, Documents.totals("a", 1, "1"))));
    task.close(List.of(PARTITION));
    backends.redis().stop();
    try {
      task.open(List.of(PARTITION));
    } finally {
      backends.redis().restart();
    }
    task.put(List.of(at(0, Documents.totals("b", 1, "1"))));

    assertThat(worker.rewinds).isEqualTo(Map.of(PARTITION, 42L));
    assertThat(existsAfterRestart("b")).isFalse();
  }

  @Test
  void shouldFailWhereRedisRefusesForGood() {
    redis.set(keys.document("a"), "no hash");
    assertThatThrownBy(() -> task.put(List.of(at(0, Documents.totals("a", 1, "1")))))
        .isInstanceOf(ConnectException.class)
        .isNotInstanceOf(RetriableException.class);
  }

  /** By a client of its own: the other one's connection went with the server. */
  private boolean existsAfterRestart(String id) {
    try (RedisClient fresh = RedisClient.create(backends.redis().uri())) {
      return fresh.exists(keys.document(id));
    }
  }

  private RedisSinkTask started(String uri, TaskContext context) {
    var connector = new RedisSinkConnector();
    connector.start(
        Map.of(
            "redis.uri", uri,
            "redis.key.prefix", keys.prefix(),
            "redis.collection", keys.collection()));
    var started = new RedisSinkTask();
    started.initialize(context);
    started.start(connector.taskConfigs(1).getFirst());
    return started;
  }

  private static SinkRecord at(long offset, BsonDocument document) {
    return record(
        PARTITION, offset, document.getString("_id").getValue(), document.toJson(EXTENDED));
  }

  private static SinkRecord record(
      TopicPartition partition, long offset, String key, @Nullable String body) {
    return new SinkRecord(partition.topic(), partition.partition(), null, key, null, body, offset);
  }
}
