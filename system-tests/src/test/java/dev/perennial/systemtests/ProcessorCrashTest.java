package dev.perennial.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.contracts.topic.Topics;
import dev.perennial.standalone.platform.LoadReport;
import dev.perennial.standalone.platform.Platform;
import dev.perennial.standalone.platform.PlatformOptions;
import dev.perennial.standalone.platform.Service;
import dev.perennial.standalone.sample.Sample;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Exactly once: a processor, and ingest, killed in the middle of the load leave no trace in the
 * figures. What was under way at ingest its senders do not know, and send again.
 */
@Order(6)
class ProcessorCrashTest {

  @Test
  void killedMidLoadAndStartedAgainEverythingEqualsTheOracleMailsIncluded() {
    Sample sample = Sample.generate(5, Clock.systemUTC().instant());
    try (Platform platform =
        Platform.start(
            LoadedPlatform.newFolder("crash-"), PlatformOptions.defaults(), LoadedPlatform::tell)) {
      platform.putDestinations(sample);
      CompletableFuture<LoadReport> load =
          CompletableFuture.supplyAsync(() -> platform.load(sample));
      await()
          .atMost(LoadedPlatform.PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> written(platform) > 100);
      platform.service(Service.INGEST_API).kill();
      assertThat(load).as("ingest was killed mid-load").isNotDone();
      platform.service(Service.INGEST_API).restart();
      await().atMost(LoadedPlatform.PATIENCE).until(() -> receipts(platform) > 200);
      platform.service(Service.STREAM_PROCESSOR).kill();
      long receiptsAtTheKill = receipts(platform);
      LoadReport report = load.join();

      assertThat(report.accepted()).isEqualTo(sample.events().size());
      assertThat(receiptsAtTheKill).as("the kill landed mid-load").isLessThan(5_000);
      platform.service(Service.STREAM_PROCESSOR).restart();
      platform.awaitReceipts(sample.events(), LoadedPlatform.PATIENCE);
      platform.startTicker();
      platform.awaitTicks(2, LoadedPlatform.PATIENCE);

      assertThat(platform.compare(sample, LoadedPlatform.PATIENCE).differences()).isEmpty();
    }
  }

  /** Events that ingest has written so far. */
  private static long written(Platform platform) throws Exception {
    try (Admin admin =
        Admin.create(
            Map.<String, Object>of("bootstrap.servers", platform.kafka().bootstrapServers()))) {
      Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
      for (int partition = 0; partition < Topics.DEFAULT_PARTITIONS; partition++) {
        ends.put(new TopicPartition(Topics.SUBSCRIPTION_EVENTS, partition), OffsetSpec.latest());
      }
      return admin.listOffsets(ends).all().get().values().stream()
          .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
          .sum();
    }
  }

  private static long receipts(Platform platform) {
    return platform.projections().getCollection("receipts").countDocuments();
  }
}
