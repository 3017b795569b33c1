package dev.perennial.backends;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A broker for one machine: small, quick to start, and as strict about topics as production.
 *
 * @param node its id among the voters, from 1
 * @param controllerPorts of all voters, by their id
 */
record KafkaSettings(int node, Path folder, int port, List<Integer> controllerPorts) {
  static final String CONTROLLER = "CONTROLLER";

  KafkaSettings {
    controllerPorts = List.copyOf(controllerPorts);
  }

  /** The only broker of its cluster. */
  static KafkaSettings alone(Path folder, int port, int controllerPort) {
    return new KafkaSettings(1, folder, port, List.of(controllerPort));
  }

  Properties asProperties() {
    var properties = new Properties();
    properties.putAll(identity());
    properties.putAll(durability());
    properties.putAll(size());
    return properties;
  }

  private Map<String, String> identity() {
    var client = "PLAINTEXT://127.0.0.1:" + port;
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        Integer.toString(node),
        "log.dirs",
        folder.toString(),
        "listeners",
        client + "," + CONTROLLER + "://127.0.0.1:" + controllerPorts.get(node - 1),
        "advertised.listeners",
        client,
        "listener.security.protocol.map",
        CONTROLLER + ":PLAINTEXT,PLAINTEXT:PLAINTEXT",
        "controller.listener.names",
        CONTROLLER,
        // Static voters: they may change their ports from one start to the next.
        "controller.quorum.voters",
        voters());
  }

  private String voters() {
    return IntStream.rangeClosed(1, controllerPorts.size())
        .mapToObj(voter -> voter + "@127.0.0.1:" + controllerPorts.get(voter - 1))
        .collect(Collectors.joining(","));
  }

  /** As many copies as there are brokers, and all but one of them must have a write. */
  private Map<String, String> durability() {
    String copies = Integer.toString(controllerPorts.size());
    String inSync = Integer.toString(Math.max(1, controllerPorts.size() - 1));
    return Map.ofEntries(
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("unclean.leader.election.enable", "false"),
        Map.entry("default.replication.factor", copies),
        Map.entry("min.insync.replicas", inSync),
        Map.entry("offsets.topic.replication.factor", copies),
        Map.entry("transaction.state.log.replication.factor", copies),
        Map.entry("transaction.state.log.min.isr", inSync),
        Map.entry("share.coordinator.state.topic.replication.factor", copies),
        Map.entry("share.coordinator.state.topic.min.isr", inSync),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        // After kill -9 a broker may come back under its id only when this time has passed.
        Map.entry("broker.session.timeout.ms", "6000"),
        Map.entry("broker.heartbeat.interval.ms", "1000"));
  }

  private static Map<String, String> size() {
    return Map.of(
        "num.network.threads", "2",
        "num.io.threads", "4",
        "background.threads", "2",
        "num.recovery.threads.per.data.dir", "2",
        "offsets.topic.num.partitions", "4",
        "transaction.state.log.num.partitions", "4",
        "share.coordinator.state.topic.num.partitions", "1",
        // By default the cleaner alone takes 128 MiB of heap.
        "log.cleaner.dedupe.buffer.size", "8388608",
        "log.index.size.max.bytes", "1048576");
  }

  /**
   * Makes the folder a broker's, of that cluster, unless it is one; throws {@link StartupFailure}.
   */
  void format(String clusterId) {
    if (Files.exists(folder.resolve("meta.properties"))) {
      return;
    }
    try {
      new Formatter()
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
          .setNodeId(node)
          .setClusterId(clusterId)
          .addDirectory(PrivateFiles.folder(folder).toString())
          .setMetadataLogDirectory(folder.toString())
          .setControllerListenerName(CONTROLLER)
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .run();
    } catch (Exception e) {
      throw StartupFailure.because("kafka", e);
    }
  }
}
