package dev.perennial.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.standalone.oracle.Expected;
import dev.perennial.standalone.platform.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.RedisClient;

/** What happens when a sink stands still, begins again, or finds its store empty. */
@Order(3)
@ExtendWith(LoadedPlatform.class)
class SinkFaultsTest {

  private final LoadedPlatform.Loaded loaded;
  private final Platform platform;

  SinkFaultsTest(LoadedPlatform.Loaded loaded) {
    this.loaded = loaded;
    this.platform = loaded.platform();
  }

  @Test
  void withTheMongoSinkStoppedAsOfStandsStillThoughTheClockGoesOn() {
    DashboardApi api = new DashboardApi(platform);
    String subscriber = api.firstSubscriber();
    int partition = platform.partitionOf(subscriber);
    Connectors connectors = new Connectors(platform);
    List<String> sinks =
        connectors.names().stream().filter(name -> name.contains("mongo")).toList();
    assertThat(sinks).isNotEmpty();

    Instant stopped;
    try {
      sinks.forEach(connectors::pause);
      stopped = api.asOf(subscriber);
      await()
          .atMost(LoadedPlatform.PATIENCE)
          .until(() -> lastTick(partition).isAfter(stopped.plusSeconds(3)));
      assertThat(api.asOf(subscriber)).isEqualTo(stopped);
    } finally {
      sinks.forEach(connectors::resume);
    }
    await()
        .atMost(LoadedPlatform.PATIENCE)
        .until(() -> api.asOf(subscriber).isAfter(stopped.plusSeconds(3)));
  }

  @Test
  void withItsOffsetsResetToTheBeginningTheMongoSinkChangesNoDocument() {
    platform.awaitTicks(1, LoadedPlatform.PATIENCE);
    platform.stopTicker();
    platform.awaitSettled(LoadedPlatform.PATIENCE);
    Map<String, Map<String, Map<String, Object>>> before = platform.actual().collections();
    Connectors connectors = new Connectors(platform);
    List<String> sinks =
        connectors.names().stream().filter(name -> name.contains("mongo")).toList();

    try {
      sinks.forEach(connectors::rewind);
      SinkProgress progress = new SinkProgress(platform, connectors);
      sinks.forEach(
          name ->
              await().atMost(LoadedPlatform.PATIENCE).until(() -> progress.hasWrittenAll(name)));

      assertThat(platform.actual().collections()).isEqualTo(before);
    } finally {
      platform.startTicker();
    }
  }

  @Test
  void afterFlushallRedisComesBackByItself() {
    assertThat(platform.actual().collections().get(Expected.REDIS_TOTALS)).isNotEmpty();
    try (RedisClient redis = RedisClient.create(platform.redisServer().uri())) {
      redis.flushAll();
    }

    await()
        .atMost(LoadedPlatform.PATIENCE)
        .until(
            () ->
                !platform
                    .actual()
                    .collections()
                    .getOrDefault(Expected.REDIS_TOTALS, Map.of())
                    .isEmpty());
    await()
        .atMost(LoadedPlatform.PATIENCE)
        .untilAsserted(() -> assertThat(loaded.compare().differences()).isEmpty());
  }

  private Instant lastTick(int partition) {
    return platform.ticks().intervals().getOrDefault(partition, List.of()).stream()
        .map(interval -> interval.last())
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }
}
