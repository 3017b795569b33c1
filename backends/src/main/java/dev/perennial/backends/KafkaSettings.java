package dev.perennial.backends;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** A broker for one machine: small, quick to start, and as strict about topics as production. */
record KafkaSettings(Path folder, int port, int controllerPort) {
  static final int NODE_ID = 1;
  static final String CONTROLLER = "CONTROLLER";

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
        Integer.toString(NODE_ID),
        "log.dirs",
        folder.toString(),
        "listeners",
        client + "," + CONTROLLER + "://127.0.0.1:" + controllerPort,
        "advertised.listeners",
        client,
        "listener.security.protocol.map",
        CONTROLLER + ":PLAINTEXT,PLAINTEXT:PLAINTEXT",
        "controller.listener.names",
        CONTROLLER,
        // A static voter: it may change its port from one start to the next.
        "controller.quorum.voters",
        NODE_ID + "@127.0.0.1:" + controllerPort);
  }

  private static Map<String, String> durability() {
    return Map.of(
        "auto.create.topics.enable", "false",
        "default.replication.factor", "1",
        "min.insync.replicas", "1",
        "offsets.topic.replication.factor", "1",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1",
        "group.initial.rebalance.delay.ms", "0",
        // After kill -9 a broker may come back under its id only when this time has passed.
        "broker.session.timeout.ms", "6000");
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
}
