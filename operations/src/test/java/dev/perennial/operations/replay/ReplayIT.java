package dev.perennial.operations.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.contracts.topic.ProcessorGroup;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.contracts.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An operator's way from one epoch to the next and back, on real servers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TwoEpochs all;

  ReplayIT(@TempDir Path folder) {
    all = new TwoEpochs(folder);
  }

  @AfterAll
  void close() {
    all.close();
  }

  @Test
  void anEpochShouldBeBuiltReadLeftAndDropped() throws Exception {
    servedByEpoch1();

    assertThat(all.replay("switch", "--wait=0")).isEqualTo(1);
    assertThat(all.desk.err()).contains("No epoch is being built");
    startTheNext();
    whileBehindNobodyIsSwitched();
    switchForward();
    dropIsRefusedWhereItMust();
    switchBack();
    giveUp();

    assertThat(all.audit())
        .containsExactly("STARTED 2 ada", "SWITCHED 2 ada", "SWITCHED_BACK 1 ada", "DROPPED 2 ada");
  }

  private void servedByEpoch1() throws Exception {
    all.send(Topics.SUBSCRIPTION_EVENTS, 0);
    all.send(Topics.SUBSCRIPTION_EVENTS, 1);
    all.send(Topics.REFERENCE_DATA, 0);
    all.send(Topics.REFERENCE_DATA, 1);
    all.send(Topics.ALERTS, 0);
    all.commit(1, Topics.SUBSCRIPTION_EVENTS, 1);
    all.commit(1, Topics.REFERENCE_DATA, 1);
    all.watermarks(1, 0, TwoEpochs.NOW);
    awaitWatermarks(1);
  }

  private void startTheNext() {
    assertThat(all.start("--epoch=1")).isEqualTo(1);
    assertThat(all.desk.err()).contains("Epoch 1 serves");

    assertThat(all.start()).as(all.desk.err()).isZero();
    assertThat(all.desk.out())
        .contains("epoch 2 is being built", "perennial.epoch=2 perennial.processor.replay=true");
    assertThat(all.serving()).isEqualTo(1);
    assertThat(all.connectorsOf(2)).hasSameSizeAs(all.connectorsOf(1)).hasSize(7);

    assertThat(all.start()).as("a second time").isZero();
    assertThat(all.desk.out()).startsWith("nothing to do");
    assertThat(all.start("--epoch=3")).isEqualTo(1);
    assertThat(all.desk.err()).contains("Epoch 2 is being built");
  }

  private void whileBehindNobodyIsSwitched() throws Exception {
    all.commit(2, Topics.ALERTS, 0);
    assertThat(all.replay("switch", "--wait=0")).isEqualTo(1);
    assertThat(all.desk.err())
        .contains("Epoch 2 has not caught up and its processors do not run")
        .contains("2 records of reference data are not read", "1 alerts are not read")
        .contains("mongodb subscriptions is behind in 2 partitions")
        .contains("redis subscriber-totals is behind in 2 partitions");

    assertThat(all.replay("status")).isEqualTo(3);
    assertThat(all.desk.out())
        .contains("epoch 1 serves")
        .contains("epoch 1\tstopped\traises the alerts")
        .contains("epoch 2\tstopped\traises no alerts, and reads those of the other")
        .contains("no processors run that raise alerts")
        .contains(
            "partition 0\tevents behind 1\treference data behind 1\talerts behind 1\tsinks behind (")
        .contains("epoch 2 has not caught up");

    // All documents are there, but the clock is behind what readers see now.
    all.commit(2, Topics.ALERTS, 1);
    all.commit(2, Topics.SUBSCRIPTION_EVENTS, 1);
    all.commit(2, Topics.REFERENCE_DATA, 1);
    all.watermarks(2, 0, TwoEpochs.NOW.minusSeconds(10));
    awaitWatermarks(2);
    assertThat(all.replay("switch", "--wait=0")).isEqualTo(1);
    assertThat(all.desk.err()).contains("mongodb payments is behind in 2 partitions");
    assertThat(all.serving()).isEqualTo(1);
  }

  private void switchForward() throws Exception {
    all.watermarks(2, 0, TwoEpochs.NOW);
    try (Consumer<byte[], byte[]> one = all.running(1)) {
      await().atMost(PATIENCE).until(() -> all.replay("status") == 0);
      assertThat(all.desk.out())
          .contains("epoch 1\truns\traises the alerts")
          .contains(
              "partition 1\tevents behind 0\treference data behind 0\talerts behind 0\tsinks behind 0")
          .contains("epoch 2 has caught up: replay switch");

      assertThat(all.replay("switch", "--wait=30")).as(all.desk.err()).isZero();
    }
    assertThat(all.desk.out()).contains("epoch 2 serves", "stop the processors that raise them");
    assertThat(all.epochs("serving"))
        .containsEntry("epoch", 2)
        .containsEntry("previous", 1)
        .containsEntry("operator", "ada")
        .containsKey("switchedAt");
    assertThat(all.epochs("building")).isNull();
  }

  private void dropIsRefusedWhereItMust() {
    assertThat(all.replay("drop", "2")).isEqualTo(1);
    assertThat(all.desk.err()).contains("Epoch 2 serves");
    assertThat(all.replay("drop", "1")).isEqualTo(1);
    assertThat(all.desk.err()).contains("Epoch 1 may be read until 2026-11-23T08:01:00Z");
    try (Consumer<byte[], byte[]> one = all.running(1)) {
      assertThat(all.replay(TwoEpochs.NOW.plusSeconds(61), "drop", "1")).isEqualTo(1);
      assertThat(all.desk.err()).contains("Processors of epoch 1 run");
    }
  }

  private void switchBack() {
    all.send(Topics.SUBSCRIPTION_EVENTS, 0);
    assertThat(all.replay("switch", "--back", "--wait=0")).isEqualTo(1);
    assertThat(all.desk.err()).contains("Epoch 1 has not caught up");

    all.watermarks(1, 1, TwoEpochs.NOW.plusSeconds(10));
    assertThat(all.replay("switch", "--back", "--wait=60")).as(all.desk.err()).isZero();
    assertThat(all.serving()).isEqualTo(1);
    assertThat(all.start()).isEqualTo(1);
    assertThat(all.desk.err()).contains("There is something left of epoch 2");
  }

  private void giveUp() throws Exception {
    String[] arguments = {"drop", "2"};
    all.admin
        .createTopics(
            List.of(
                new NewTopic(new ProcessorGroup(2).changelogOf("partition"), 1, (short) 1),
                new NewTopic(new ProcessorGroup(22).changelogOf("partition"), 1, (short) 1)))
        .all()
        .get();
    Set<String> before = all.admin.listTopics().names().get();

    assertThat(all.replay(TwoEpochs.NOW.plusSeconds(61), "drop", "2", "--dry-run")).isZero();
    assertThat(all.desk.out())
        .contains(
            "would remove connector perennial-e2-redis-subscriber-totals",
            "would remove consumer group perennial-processor-e2",
            "would remove topic payments.e2.dead-letters",
            "would remove topic perennial-processor-e2-partition-changelog",
            "would remove database projections-e2",
            "keys perennial:e2:* in Redis")
        .doesNotContain("e22", "e1", "topic alerts", "topic deliveries");
    assertThat(all.admin.listTopics().names().get()).isEqualTo(before);

    assertThat(all.replay(TwoEpochs.NOW.plusSeconds(61), arguments)).as(all.desk.err()).isZero();
    assertThat(all.connectorsOf(2)).isEmpty();
    assertThat(all.connectorsOf(1)).hasSize(7);
    assertThat(all.redis.keys("perennial:e2:*")).isEmpty();
    assertThat(all.redis.keys("perennial:e1:*")).isNotEmpty();
    assertThat(all.mongodb.listDatabaseNames().into(new ArrayList<>()))
        .contains("projections-e1")
        .doesNotContain("projections-e2");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                all.admin.listTopics().names().get().stream()
                    .noneMatch(name -> name.contains("e2-") || name.contains(".e2")));
    assertThat(all.admin.listTopics().names().get())
        .contains(
            "subscriptions.e1",
            "alerts",
            "deliveries",
            new ProcessorGroup(22).changelogOf("partition"));

    assertThat(all.replay(TwoEpochs.NOW.plusSeconds(61), arguments)).isZero();
    assertThat(all.desk.out()).isEqualToIgnoringNewLines("nothing to do");
  }

  private void awaitWatermarks(int epoch) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                all.mongodb
                            .getDatabase("projections-e" + epoch)
                            .getCollection("watermarks")
                            .countDocuments(new Document())
                        == (long) Projection.values().length * TwoEpochs.PARTITIONS
                    && all.redis.hgetAll("perennial:e" + epoch + ":watermarks").size()
                        == TwoEpochs.PARTITIONS);
  }
}
