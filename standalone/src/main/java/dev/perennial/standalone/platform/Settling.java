package dev.perennial.standalone.platform;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import dev.perennial.contracts.topic.ProcessorGroup;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.standalone.oracle.Ticks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import redis.clients.jedis.RedisClient;

/**
 * Waits until everything that was on the broker when it was asked has arrived where it belongs. The
 * business clock must have ticked since the last event, else no watermark covers it.
 */
final class Settling {
  private static final String NOTIFIER_GROUP = "perennial-notifier";
  private static final List<String> UNFINISHED = List.of("PENDING", "CLAIMED");

  private final MongoClient mongodb;
  private final MongoDatabase projections;
  private final RedisClient redis;
  private final Admin admin;
  private final TopicReader topics;
  private final int epoch;

  Settling(MongoClient mongodb, RedisClient redis, Admin admin, TopicReader topics, int epoch) {
    this.mongodb = mongodb;
    this.projections = mongodb.getDatabase("projections-e" + epoch);
    this.redis = redis;
    this.admin = admin;
    this.topics = topics;
    this.epoch = epoch;
  }

  /**
   * Returns when all has settled.
   *
   * @param ticks as they are now
   * @throws PlatformException where it has not in time; says what is missing
   */
  void await(Ticks ticks, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    Map<Integer, Long> events = topics.ends(Topics.SUBSCRIPTION_EVENTS);
    Map<Integer, Instant> last = lastTicks(ticks);
    String processors = new ProcessorGroup(epoch).id();
    Map<Integer, Long> reference = topics.ends(Topics.REFERENCE_DATA);
    until("reference data", deadline, () -> unread(processors, Topics.REFERENCE_DATA, reference));
    until("watermarks", deadline, () -> staleWatermarks(events, last));
    AlertLog alerts = AlertLog.read(topics);
    until("alerts", deadline, () -> unread(NOTIFIER_GROUP, Topics.ALERTS, alerts.read()));
    until("ledger", deadline, this::unfinishedRows);
    until("deliveries", deadline, this::unpublishedRows);
  }

  private interface Missing {
    List<String> now();
  }

  private static void until(String what, long deadline, Missing missing) {
    List<String> last = new ArrayList<>();
    Await.until(
        Duration.ofNanos(Math.max(1, deadline - System.nanoTime())),
        () -> {
          last.clear();
          last.addAll(missing.now());
          return last.isEmpty();
        },
        () -> what + " did not settle: " + shortened(last));
  }

  private static String shortened(List<String> all) {
    int most = 5;
    String first = String.join("; ", all.subList(0, Math.min(most, all.size())));
    return all.size() <= most ? first : first + "; and " + (all.size() - most) + " more";
  }

  private static Map<Integer, Instant> lastTicks(Ticks ticks) {
    Map<Integer, Instant> last = new HashMap<>();
    ticks
        .intervals()
        .forEach(
            (partition, intervals) ->
                intervals.forEach(each -> last.merge(partition, each.last(), Settling::later)));
    return last;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private List<String> staleWatermarks(Map<Integer, Long> events, Map<Integer, Instant> ticks) {
    Map<String, Document> inMongo = watermarksInMongo();
    Map<String, Document> inRedis = watermarksInRedis();
    List<String> stale = new ArrayList<>();
    events.forEach(
        (partition, end) -> {
          Instant tick = ticks.getOrDefault(partition, Instant.MAX);
          for (Projection projection : Projection.values()) {
            String key = projection.collection() + "|" + partition;
            check("mongodb " + key, inMongo.get(key), end, tick, stale);
          }
          String totals = Projection.SUBSCRIBER_TOTALS.collection() + "|" + partition;
          check("redis " + totals, inRedis.get(totals), end, tick, stale);
        });
    return stale;
  }

  private static void check(
      String what,
      @org.jspecify.annotations.Nullable Document watermark,
      long end,
      Instant tick,
      List<String> stale) {
    if (watermark == null) {
      stale.add(what + " has no watermark");
      return;
    }
    long offset = watermark.get("offset") instanceof Number number ? number.longValue() : -1;
    Instant at =
        watermark.getDate("tick") == null ? Instant.MIN : watermark.getDate("tick").toInstant();
    if (offset < end - 1 || at.isBefore(tick)) {
      stale.add("%s is at offset %d of %d, tick %s of %s".formatted(what, offset, end, at, tick));
    }
  }

  private Map<String, Document> watermarksInMongo() {
    Map<String, Document> found = new TreeMap<>();
    for (Document each : projections.getCollection("watermarks").find()) {
      found.put(String.valueOf(each.get("_id")), each);
    }
    return found;
  }

  private Map<String, Document> watermarksInRedis() {
    Map<String, Document> found = new TreeMap<>();
    redis
        .hgetAll("perennial:e" + epoch + ":watermarks")
        .forEach((key, json) -> found.put(key, Document.parse(json)));
    return found;
  }

  private List<String> unread(String group, String topic, Map<Integer, Long> ends) {
    Map<TopicPartition, OffsetAndMetadata> committed = committed(group);
    List<String> unread = new ArrayList<>();
    ends.forEach(
        (partition, end) -> {
          OffsetAndMetadata at = committed.get(new TopicPartition(topic, partition));
          if (end > 0 && (at == null || at.offset() < end)) {
            unread.add("partition " + partition + " is not read to " + end);
          }
        });
    return unread;
  }

  private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
    try {
      return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    } catch (ExecutionException e) {
      throw new PlatformException("the offsets of " + group + " cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("interrupted", e);
    }
  }

  private List<String> unfinishedRows() {
    List<String> rows = new ArrayList<>();
    for (Document row : ledger().find(Filters.in("state", UNFINISHED))) {
      rows.add(row.get("_id") + " is " + row.get("state"));
    }
    return rows;
  }

  /** Rows whose newest revision is not in MongoDB's deliveries. */
  private List<String> unpublishedRows() {
    Map<String, String> published = new HashMap<>();
    for (Document each : projections.getCollection("deliveries").find()) {
      published.put(String.valueOf(each.get("_id")), state(each));
    }
    List<String> missing = new ArrayList<>();
    for (Document row : ledger().find()) {
      if (!state(row).equals(published.get(String.valueOf(row.get("_id"))))) {
        missing.add(row.get("_id") + " is " + state(row));
      }
    }
    return missing;
  }

  private static String state(Document row) {
    return String.valueOf(row.get("state"));
  }

  private com.mongodb.client.MongoCollection<Document> ledger() {
    return mongodb.getDatabase("notifier").getCollection("ledger");
  }
}
