package dev.perennial.connectors.redis;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Keeps its place in the topic where it keeps the documents: whatever loses documents (FLUSHALL, a
 * failover, a new server) loses the place with them, and the task reads again from there. Offsets
 * committed to Kafka are not consulted.
 */
public final class RedisSinkTask extends SinkTask {

  private static final Logger LOG = LoggerFactory.getLogger(RedisSinkTask.class);

  /** Bounds how long one script keeps Redis from its other clients. */
  private static final int BATCH = 500;

  private static final long RETRY_MS = 1_000;
  private static final List<String> TRANSIENT =
      List.of("LOADING", "READONLY", "MASTERDOWN", "OOM", "BUSY", "TRYAGAIN", "NOREPLICAS");

  /** Null where it is not known, so that the first look finds a difference and rewinds. */
  private final Map<TopicPartition, @Nullable Position> believed = new LinkedHashMap<>();

  private @Nullable VersionedStore store;
  private long checkIntervalMs;

  @Override
  public void start(Map<String, String> props) {
    var configuration = new RedisSinkConfiguration(props);
    checkIntervalMs = configuration.checkIntervalMs();
    store = new VersionedStore(configuration);
  }

  @Override
  public void open(Collection<TopicPartition> partitions) {
    partitions.forEach(partition -> believed.put(partition, null));
    try {
      rewind(lost());
    } catch (JedisException e) {
      LOG.warn("Redis is away; its positions are read when it is back: {}", e.getMessage());
    }
  }

  @Override
  public void close(Collection<TopicPartition> partitions) {
    partitions.forEach(believed::remove);
  }

  /** Also without records it looks whether Redis still has what it was given. */
  @Override
  public void put(Collection<SinkRecord> records) {
    context.timeout(checkIntervalMs);
    try {
      Map<TopicPartition, Position> lost = lost();
      Map<TopicPartition, List<SinkRecord>> batches = byPartition(records);
      batches.keySet().removeAll(lost.keySet());
      batches.forEach((partition, batch) -> write(partition, batch, lost));
      // Last: after a failure Connect brings the same records again, which do not start there.
      rewind(lost);
    } catch (JedisException e) {
      throw failure(e);
    }
  }

  /** Nothing is committed: the positions in Redis are the only ones. */
  @Override
  public Map<TopicPartition, OffsetAndMetadata> preCommit(
      Map<TopicPartition, OffsetAndMetadata> currentOffsets) {
    return Map.of();
  }

  @Override
  public void stop() {
    if (store != null) {
      store.close();
    }
  }

  @Override
  public String version() {
    return RedisSinkConnector.VERSION;
  }

  private static Map<TopicPartition, List<SinkRecord>> byPartition(Collection<SinkRecord> records) {
    Map<TopicPartition, List<SinkRecord>> batches = new LinkedHashMap<>();
    for (SinkRecord each : records) {
      batches
          .computeIfAbsent(
              new TopicPartition(each.topic(), each.kafkaPartition()), p -> new ArrayList<>())
          .add(each);
    }
    return batches;
  }

  private Map<TopicPartition, Position> lost() {
    Map<TopicPartition, Position> stored = store().positions(List.copyOf(believed.keySet()));
    stored.entrySet().removeIf(entry -> entry.getValue().equals(believed.get(entry.getKey())));
    return stored;
  }

  private void rewind(Map<TopicPartition, Position> lost) {
    lost.forEach(
        (partition, stored) -> {
          LOG.info("Reading {} from offset {}, where Redis is", partition, stored.offset());
          context.offset(partition, stored.offset());
          believed.put(partition, stored);
        });
  }

  private void write(
      TopicPartition partition, List<SinkRecord> records, Map<TopicPartition, Position> lost) {
    for (int from = 0; from < records.size(); from += BATCH) {
      List<SinkRecord> batch = records.subList(from, Math.min(from + BATCH, records.size()));
      List<RedisWrite> writes = batch.stream().flatMap(each -> write(each).stream()).toList();
      Position before = requireNonNull(believed.get(partition));
      Position next = Position.after(batch.getLast().kafkaOffset());
      Position stored = store().write(partition, before, next, writes);
      if (!stored.equals(next)) {
        lost.put(partition, stored);
        return;
      }
      believed.put(partition, next);
    }
  }

  private Optional<RedisWrite> write(SinkRecord sinkRecord) {
    try {
      return RedisWrite.of(sinkRecord);
    } catch (DataException e) {
      deadLetter(sinkRecord, e);
      return Optional.empty();
    }
  }

  private void deadLetter(SinkRecord sinkRecord, DataException reason) {
    ErrantRecordReporter reporter = context.errantRecordReporter();
    if (reporter == null) {
      throw reason;
    }
    try {
      // Awaited: the position must not pass a record that is nowhere.
      reporter.report(sinkRecord, reason).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectException("Interrupted while a dead letter was written", e);
    } catch (ExecutionException e) {
      throw new ConnectException("A dead letter could not be written", e);
    }
  }

  private RuntimeException failure(JedisException e) {
    boolean permanent =
        e instanceof JedisDataException
            && TRANSIENT.stream().noneMatch(String.valueOf(e.getMessage())::startsWith);
    if (permanent) {
      return new ConnectException("Redis refused a write", e);
    }
    context.timeout(RETRY_MS);
    return new RetriableException("Redis is away", e);
  }

  private VersionedStore store() {
    return requireNonNull(store, "started");
  }
}
