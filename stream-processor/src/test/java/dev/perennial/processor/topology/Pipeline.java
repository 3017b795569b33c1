package dev.perennial.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.alert.AlertCodec;
import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.projection.DocumentJson;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.ReferenceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** The topology in a test driver: events and ticks in, documents and alerts out. */
final class Pipeline implements AutoCloseable {

  static final Topics TOPICS = Topics.ofEpoch(1);

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Small, so that a test reaches them soon. */
  static final Limits LIMITS = new Limits(12, 12, 6, 4);

  static final ErasureKey ERASURE_KEY = ErasureKey.of("k".repeat(44));

  /** What the broker's clock says while events come in; before every tick of a test. */
  private static final Instant APPENDED = Instant.parse("2026-01-01T00:00:00Z");

  final CountedMetrics metrics = new CountedMetrics();
  private final TopologyTestDriver driver;
  private final TestInputTopic<byte[], byte[]> events;
  private final TestInputTopic<byte[], byte[]> references;
  private final TestInputTopic<byte[], byte[]> ticks;

  Pipeline() {
    this(Mode.SERVING, LIMITS);
  }

  Pipeline(Mode mode) {
    this(mode, LIMITS);
  }

  Pipeline(Limits limits) {
    this(Mode.SERVING, limits);
  }

  private Pipeline(Mode mode, Limits limits) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test-" + COUNT.incrementAndGet());
    properties.put(StreamsConfig.STATE_DIR_CONFIG, "target/streams-state");
    driver =
        new TopologyTestDriver(
            new SubscriptionTopology(TOPICS, metrics, mode, ERASURE_KEY, limits).build(),
            properties,
            Instant.EPOCH);
    events = input(Topics.SUBSCRIPTION_EVENTS);
    references = input(Topics.REFERENCE_DATA);
    ticks = input(Topics.CLOCK_TICKS);
  }

  /** The same state in another mode, as after a restart; this one is closed. */
  Pipeline restarted(Mode mode) {
    Pipeline next = new Pipeline(mode, LIMITS);
    driver.getAllStateStores().keySet().forEach(store -> copy(store, next));
    close();
    return next;
  }

  private void copy(String store, Pipeline next) {
    KeyValueStore<Object, Object> into = next.driver.getKeyValueStore(store);
    KeyValueStore<Object, Object> from = driver.getKeyValueStore(store);
    try (KeyValueIterator<Object, Object> all = from.all()) {
      all.forEachRemaining(entry -> into.put(entry.key, entry.value));
    }
  }

  /** What another epoch raised or voided; in a replay alone. */
  Pipeline learn(List<AlertMessage> alerts) {
    alerts.forEach(alert -> learnRaw(AlertCodec.encode(alert), AlertCodec.headers(alert)));
    return this;
  }

  void learnRaw(byte[] value, Headers headers) {
    byte[] key = CompositeKey.of(Facts.ALICE).getBytes(UTF_8);
    input(Topics.ALERTS).pipeInput(new TestRecord<>(key, value, headers, APPENDED));
  }

  private TestInputTopic<byte[], byte[]> input(String topic) {
    return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
  }

  Pipeline take(Event... all) {
    return take(List.of(all));
  }

  Pipeline take(List<Event> all) {
    all.forEach(
        event -> {
          ProducerRecord<byte[], byte[]> record = EventRecordCodec.encode(event);
          take(record.key(), record.value(), record.headers());
        });
    return this;
  }

  /** The copy that lies in the only partition of a test. */
  Pipeline publish(ReferenceEvent... all) {
    for (ReferenceEvent event : all) {
      ProducerRecord<byte[], byte[]> record = EventRecordCodec.encode(event, 0);
      publish(record.key(), record.value(), record.headers());
    }
    return this;
  }

  Pipeline publish(byte[] key, byte @Nullable [] value, Headers headers) {
    references.pipeInput(new TestRecord<>(key, value, headers, APPENDED));
    return this;
  }

  Pipeline take(byte[] key, byte @Nullable [] value, Headers headers) {
    events.pipeInput(new TestRecord<>(key, value, headers, APPENDED));
    return this;
  }

  Pipeline tick(String time) {
    return tick(Instant.parse(time), Duration.ZERO);
  }

  /**
   * @param ahead how far the ticker's clock is ahead of the broker's
   */
  Pipeline tick(Instant time, Duration ahead) {
    byte[] value = Tick.encode(new Tick.Clock(time.plus(ahead)));
    ticks.pipeInput(new TestRecord<>("0".getBytes(UTF_8), value, new RecordHeaders(), time));
    return this;
  }

  Pipeline tickRaw(byte[] value) {
    ticks.pipeInput(new TestRecord<>("0".getBytes(UTF_8), value, new RecordHeaders(), APPENDED));
    return this;
  }

  /** What came out on a projection's topic since the last look, in its order. */
  List<BsonDocument> written(Projection projection) {
    return output(TOPICS.projection(projection)).readRecordsToList().stream()
        .map(record -> DocumentJson.decode(new String(record.value(), UTF_8)))
        .toList();
  }

  /** The newest document of each id since the last look, without version; no watermarks. */
  SortedMap<String, BsonDocument> documents(Projection projection) {
    SortedMap<String, BsonDocument> newest = new TreeMap<>();
    for (BsonDocument document : written(projection)) {
      if (!document.containsKey("projection")) {
        document.remove("version");
        newest.put(document.getString("_id").getValue(), document);
      }
    }
    return newest;
  }

  /** The newest document of one id, which must have come out since the last look. */
  BsonDocument document(Projection projection, String id) {
    return requireNonNull(documents(projection).get(id), id);
  }

  /** Without the offsets of receipts, which tell of the order, and what was erased on the way. */
  Map<Projection, SortedMap<String, BsonDocument>> standing() {
    Map<Projection, SortedMap<String, BsonDocument>> all = new LinkedHashMap<>();
    for (Projection projection : Projection.values()) {
      SortedMap<String, BsonDocument> documents = documents(projection);
      documents.values().forEach(document -> document.remove("offset"));
      documents.values().removeIf(document -> document.containsKey("erased"));
      all.put(projection, documents);
    }
    return all;
  }

  /** What became of each event by its id, as told since the last look. */
  SortedMap<String, String> receipts() {
    SortedMap<String, String> statuses = new TreeMap<>();
    documents(Projection.RECEIPTS)
        .values()
        .forEach(
            receipt ->
                statuses.put(
                    receipt.getString("eventId").getValue(),
                    receipt.getString("status").getValue()));
    return statuses;
  }

  <T> KeyValueStore<String, T> store(String name) {
    return driver.getKeyValueStore(name);
  }

  int count(String store) {
    int count = 0;
    try (KeyValueIterator<String, Object> all = this.<Object>store(store).all()) {
      while (all.hasNext()) {
        all.next();
        count++;
      }
    }
    return count;
  }

  List<AlertMessage> alerts() {
    return output(Topics.ALERTS).readRecordsToList().stream()
        .map(record -> AlertCodec.decode(record.headers(), record.value()))
        .toList();
  }

  List<TestRecord<byte[], byte[]>> deadLetters() {
    return deadLetters(Topics.SUBSCRIPTION_EVENTS);
  }

  List<TestRecord<byte[], byte[]>> deadLetters(String source) {
    return output(Topics.deadLettersOf(source)).readRecordsToList();
  }

  /** Everything that came out since the last look, counted. */
  int countWritten() {
    List<Object> all = new ArrayList<>(alerts());
    all.addAll(deadLetters());
    for (Projection projection : Projection.values()) {
      all.addAll(written(projection));
    }
    return all.size();
  }

  /** A subscription's bytes as they lie in the store. */
  byte[] subscription(String key) {
    return requireNonNull(
        driver.<String, byte[]>getKeyValueStore(StateStores.SUBSCRIPTIONS).get(key), key);
  }

  private TestOutputTopic<byte[], byte[]> output(String topic) {
    return driver.createOutputTopic(
        topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public void close() {
    driver.close();
  }
}
