package dev.perennial.ingest.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.FreshTopics;
import dev.perennial.backends.KafkaCluster;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.ingest.EventsTopic;
import dev.perennial.ingest.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three brokers, replication 3, two in sync, and what clients are told while they are killed. */
@WithBackends(Backend.MONGODB)
@Tag("large")
class ClusterFaultsTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int CLIENTS = 8;
  private static final int HEAP_MEGABYTES = 128;

  @TempDir private Path folder;

  @Test
  void no202IsLostWhileBrokersAndTheServiceAreKilledAndStopped(Backends backends) {
    String mongodb = backends.mongodb().uri();
    String key = Service.newKeyIn(mongodb, "acme", Scope.EVENTS_WRITE);
    try (KafkaCluster cluster = KafkaCluster.start(folder)) {
      makeTopics(cluster);
      try (IngestProcess ingest = ingest(cluster, mongodb)) {
        await().atMost(PATIENCE).until(ingest::isReady);
        Set<String> accepted = killedOneByOne(cluster, ingest, key);
        accepted.addAll(stopped(ingest, key));
        accepted.addAll(killedBeforeItWasAcknowledged(cluster, mongodb, key));
        assertThat(onTheTopic(cluster)).containsAll(accepted);
      }
    }
  }

  /** Brokers that stand still take what is sent, and acknowledge it when nobody is there. */
  private Set<String> killedBeforeItWasAcknowledged(
      KafkaCluster cluster, String mongodb, String key) {
    Set<String> accepted = new HashSet<>();
    Set<String> unknown;
    try (IngestProcess ingest = ingest(cluster, mongodb);
        Load load = new Load(ingest.port(), key, "c-", CLIENTS, ingest::isAlive)) {
      more(load::acceptedSoFar, 50);
      cluster.nodes().forEach(node -> signal("STOP", node.process().pid()));
      await().atMost(PATIENCE).until(() -> ingest.recordsInFlight() >= CLIENTS);
      ingest.process().kill();
      cluster.nodes().forEach(node -> signal("CONT", node.process().pid()));
      load.close();
      assertThat(load.surprises()).isEmpty();
      accepted.addAll(load.accepted());
      unknown = load.unknown();
      assertThat(unknown).hasSizeGreaterThanOrEqualTo(CLIENTS);
    }
    try (IngestProcess ingest = ingest(cluster, mongodb)) {
      await().atMost(PATIENCE).until(ingest::isReady);
      for (String id : unknown) {
        await().atMost(PATIENCE).until(() -> Load.post(ingest.port(), key, id).status() == 202);
      }
    }
    accepted.addAll(unknown);
    return accepted;
  }

  private static void signal(String name, long pid) {
    try {
      assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor())
          .isZero();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private IngestProcess ingest(KafkaCluster cluster, String mongodb) {
    return IngestProcess.start(
        folder,
        HEAP_MEGABYTES,
        "perennial.kafka.bootstrap-servers=" + cluster.bootstrapServers(),
        "perennial.mongodb.uri=" + mongodb,
        "perennial.ingest.drain-wait=3s");
  }

  /** The memory is bounded, or the process would have ended by its -XX:+ExitOnOutOfMemoryError. */
  private static Set<String> killedOneByOne(
      KafkaCluster cluster, IngestProcess ingest, String key) {
    try (Load load = new Load(ingest.port(), key, "k-", CLIENTS, () -> true)) {
      more(load::acceptedSoFar, 200);
      cluster.node(1).kill();
      more(load::acceptedSoFar, 200);
      cluster.node(2).kill();
      more(load::refusedSoFar, 20);
      cluster.node(3).kill();
      more(load::refusedSoFar, 20);
      assertThat(ingest.isLive()).isTrue();
      assertThat(ingest.isReady()).isFalse();
      cluster.nodes().forEach(node -> node.restart());
      more(load::acceptedSoFar, 200);
      await().atMost(PATIENCE).until(ingest::isReady);
      load.close();
      assertThat(load.surprises()).isEmpty();
      assertThat(load.unknown()).isEmpty();
      return load.accepted().stream().collect(Collectors.toSet());
    }
  }

  private static Set<String> stopped(IngestProcess ingest, String key) {
    AtomicBoolean ready = new AtomicBoolean(true);
    try (Load load = new Load(ingest.port(), key, "t-", CLIENTS, ready::get)) {
      more(load::acceptedSoFar, 100);
      ingest.process().handle().destroy();
      await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> !ingest.isReady());
      ready.set(false);
      await().atMost(PATIENCE).until(() -> !ingest.process().isAlive());
      load.close();
      assertThat(load.surprises()).isEmpty();
      assertThat(load.unknown()).isEmpty();
      return load.accepted();
    }
  }

  private static void more(IntSupplier count, int more) {
    int before = count.getAsInt();
    await().atMost(PATIENCE).until(() -> count.getAsInt() >= before + more);
  }

  private static void makeTopics(KafkaCluster cluster) {
    FreshTopics.make(
        cluster.bootstrapServers(),
        List.of(
            new NewTopic(Topics.SUBSCRIPTION_EVENTS, Topics.DEFAULT_PARTITIONS, (short) 3),
            new NewTopic(Topics.REFERENCE_DATA, Topics.DEFAULT_PARTITIONS, (short) 3)));
  }

  private static Set<String> onTheTopic(KafkaCluster cluster) {
    try (EventsTopic topic = EventsTopic.open(cluster.bootstrapServers())) {
      return topic.all().stream()
          .map(found -> EventRecordCodec.decode(found.headers(), found.value()))
          .map(decoding -> ((Decoding.Decoded) decoding).event().fact().id().id())
          .collect(Collectors.toSet());
    }
  }
}
