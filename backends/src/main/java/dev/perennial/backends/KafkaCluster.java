package dev.perennial.backends;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/**
 * Three Kafka brokers, each its own process, broker and controller in one: replication 3, at least
 * two replicas in sync, no unclean election. For what only several brokers can show; a cluster
 * starts in some seconds and is not shared.
 */
public final class KafkaCluster implements AutoCloseable {
  private static final int BROKERS = 3;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final List<KafkaNode> nodes;

  private KafkaCluster(List<KafkaNode> nodes) {
    this.nodes = List.copyOf(nodes);
  }

  /** Starts them on free ports and returns when all answer; throws {@link StartupFailure}. */
  public static KafkaCluster start(Path dataDir) {
    String id = Uuid.randomUuid().toString();
    List<Integer> controllers =
        IntStream.range(0, BROKERS).mapToObj(n -> FreePorts.next()).toList();
    List<KafkaNode> nodes = new ArrayList<>();
    for (int node = 1; node <= BROKERS; node++) {
      Path folder = PrivateFiles.folder(dataDir.resolve("kafka-" + node));
      var settings = new KafkaSettings(node, folder.resolve("log"), FreePorts.next(), controllers);
      settings.format(id);
      nodes.add(new KafkaNode(settings, folder));
    }
    var cluster = new KafkaCluster(nodes);
    try {
      cluster.awaitAll();
    } catch (StartupFailure failure) {
      cluster.close();
      throw failure;
    }
    return cluster;
  }

  /** All brokers' addresses, separated by commas. */
  public String bootstrapServers() {
    return nodes.stream().map(KafkaNode::address).collect(Collectors.joining(","));
  }

  /** The brokers, by their id. */
  public List<KafkaNode> nodes() {
    return nodes;
  }

  /** The broker of that id, 1 to 3. */
  public KafkaNode node(int id) {
    return nodes.get(id - 1);
  }

  /** Returns when every broker is a member of the cluster; throws {@link StartupFailure}. */
  public void awaitAll() {
    try (Admin admin =
        Admin.create(
            Map.of("bootstrap.servers", bootstrapServers(), "reconnect.backoff.max.ms", "500"))) {
      boolean all =
          Waiting.until(
              LIMIT, () -> members(admin) == BROKERS || nodes.stream().anyMatch(this::ended));
      if (!all || members(admin) != BROKERS) {
        throw nodes.stream()
            .filter(this::ended)
            .findFirst()
            .orElse(nodes.getFirst())
            .process()
            .failure("the cluster is not complete");
      }
    }
  }

  private boolean ended(KafkaNode node) {
    return !node.process().isAlive();
  }

  private static int members(Admin admin) {
    try {
      return admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).size();
    } catch (ExecutionException | TimeoutException notYet) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** Ends all of them; the data stays. */
  @Override
  public void close() {
    nodes.parallelStream().forEach(KafkaNode::close);
  }
}
