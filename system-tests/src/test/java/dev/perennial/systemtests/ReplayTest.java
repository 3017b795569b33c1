package dev.perennial.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.backends.ReceivedMail;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.standalone.oracle.Mail;
import dev.perennial.standalone.platform.Platform;
import dev.perennial.standalone.platform.Service;
import dev.perennial.standalone.platform.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * All projections are built anew beside those that are read, and take their place: no read goes
 * without its answer, and nobody is told anything twice. Last of those on the shared platform,
 * which serves another epoch afterwards.
 */
@Order(8)
class ReplayTest {

  private static final int NEXT = 2;

  /** At least so many events; another number for a machine with less time. */
  private static final int LARGE = Integer.getInteger("perennial.replay.events", 100_000);

  @Test
  @ExtendWith(LoadedPlatform.class)
  void theNextEpochEqualsTheOracleAndNobodyIsToldTwice(LoadedPlatform.Loaded loaded) {
    replay(loaded);
  }

  @Test
  @Tag("large")
  void soItIsWithAHundredThousandEvents() {
    try (LoadedPlatform.Loaded loaded =
        LoadedPlatform.load(LoadedPlatform.newFolder("replay-"), LARGE)) {
      assertThat(loaded.events()).hasSizeGreaterThanOrEqualTo(LARGE);
      replay(loaded);
    }
  }

  private static void replay(LoadedPlatform.Loaded loaded) {
    Platform platform = loaded.platform();
    OperatorCommand operator = new OperatorCommand(platform);
    assertThat(loaded.compare().differences()).isEmpty();
    List<String> toldBefore = alertIds(platform);
    List<String> mailsBefore = mailIds(platform);
    assertThat(toldBefore).isNotEmpty();
    platform.startTicker();

    try (SteadyReader reader = new SteadyReader(platform)) {
      succeed(
          operator.replay(
              "start",
              "--replication=1",
              "--secrets=" + platform.replays().connectorSecrets(),
              "--wait=120"));
      ServiceProcess next = platform.replays().start(NEXT);
      succeed(operator.replay("switch", "--wait=" + patience()));
      // Those that raise alerts stop before the others begin to.
      platform.stopTicker();
      platform.service(Service.STREAM_PROCESSOR).stop();
      platform.replays().serve(NEXT, next);
      platform.startTicker();
      platform.awaitTicks(2, LoadedPlatform.PATIENCE);
      assertThat(operator.replay("status").text())
          .contains("epoch 2 serves", "epoch 2\truns\traises the alerts");

      assertThat(loaded.compare().differences()).isEmpty();
      assertThat(reader.stop()).isEmpty();
      assertThat(reader.answers()).isGreaterThan(20);
    }
    assertThat(alertIds(platform)).doesNotHaveDuplicates().containsAll(toldBefore);
    assertThat(mailIds(platform)).doesNotHaveDuplicates().containsAll(mailsBefore);
    wasRelieved(platform);
  }

  /** An old processor that somebody starts by mistake ends again, and raises nothing. */
  private static void wasRelieved(Platform platform) {
    ServiceProcess old = platform.service(Service.STREAM_PROCESSOR);
    old.launch();
    await().atMost(Duration.ofMinutes(2)).until(() -> !old.isAlive());
    assertThat(String.join("\n", old.process().lastLogLines(200)))
        .contains("Processors of epoch [2] run and raise alerts");
  }

  private static long patience() {
    return LoadedPlatform.PATIENCE.toSeconds() * 3;
  }

  private static void succeed(OperatorCommand.Answer answer) {
    assertThat(answer.code()).as(answer.text()).isZero();
  }

  private static List<String> mailIds(Platform platform) {
    String header = Mail.ALERT_HEADER + ":";
    List<String> ids = new ArrayList<>();
    for (ReceivedMail mail : platform.mails()) {
      mail.headers().stream()
          .filter(line -> line.startsWith(header))
          .map(line -> line.substring(header.length()).strip() + " to " + mail.to())
          .forEach(ids::add);
    }
    return ids;
  }

  /** The names of all messages that were ever committed on the topic of alerts. */
  private static List<String> alertIds(Platform platform) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            platform.kafka().bootstrapServers(),
            "isolation.level",
            "read_committed");
    List<String> ids = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      Set<TopicPartition> partitions = new HashSet<>();
      consumer
          .partitionsFor(Topics.ALERTS)
          .forEach(each -> partitions.add(new TopicPartition(Topics.ALERTS, each.partition())));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                each -> ids.add(new String(each.headers().lastHeader("ce_id").value(), UTF_8)));
      }
    }
    return ids;
  }
}
