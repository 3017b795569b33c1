package dev.perennial.backends;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How the worker is run: its class path, its JVM and its configuration. */
record ConnectSettings(
    Path folder,
    String bootstrapServers,
    Path pluginFolder,
    List<Path> secretFolders,
    int port,
    String group) {
  private static final String STRINGS = "org.apache.kafka.connect.storage.StringConverter";
  static final String GROUP = "perennial-connect";

  ConnectSettings {
    secretFolders = List.copyOf(secretFolders);
  }

  List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-Dlog4j2.configurationFile=" + logging(),
        "-cp",
        classPath().resolve("*").toString(),
        "org.apache.kafka.connect.cli.ConnectDistributed",
        configuration().toString());
  }

  /** Laid out by this room's build. */
  private static Path classPath() {
    var jars = Home.checkout().resolve("backends/target/connect-worker");
    if (!Files.isDirectory(jars)) {
      throw new StartupFailure(
          "connect", "there is no " + jars + "; build the backends room first", List.of());
    }
    return jars;
  }

  private Path configuration() {
    var properties = new Properties();
    properties.putAll(worker());
    properties.putAll(internalTopics());
    properties.putAll(secrets());
    try (var text = new StringWriter()) {
      properties.store(text, null);
      return PrivateFiles.write(folder.resolve("connect.properties"), text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> worker() {
    return Map.of(
        "bootstrap.servers",
        bootstrapServers,
        "group.id",
        group,
        "listeners",
        "http://127.0.0.1:" + port,
        "rest.advertised.host.name",
        "127.0.0.1",
        "key.converter",
        STRINGS,
        "value.converter",
        STRINGS,
        "plugin.path",
        PrivateFiles.folder(pluginFolder).toString(),
        // Scanning every class of every jar takes three times as long.
        "plugin.discovery",
        "SERVICE_LOAD",
        "connector.client.config.override.policy",
        "All",
        "offset.flush.interval.ms",
        "1000");
  }

  private Map<String, String> internalTopics() {
    var settings = new TreeMap<String, String>();
    for (var kind : List.of("config", "offset", "status")) {
      settings.put(kind + ".storage.topic", group + "-" + kind + "s");
      settings.put(kind + ".storage.replication.factor", "1");
    }
    settings.put("offset.storage.partitions", "1");
    settings.put("status.storage.partitions", "1");
    // A worker that died is missed sooner, so that its tasks run again sooner.
    settings.put("session.timeout.ms", "6000");
    settings.put("heartbeat.interval.ms", "2000");
    settings.put("scheduled.rebalance.max.delay.ms", "0");
    return settings;
  }

  /** Passwords stay in files: a connector's configuration is readable over REST. */
  private Map<String, String> secrets() {
    if (secretFolders.isEmpty()) {
      return Map.of();
    }
    var folders =
        secretFolders.stream()
            .map(path -> PrivateFiles.folder(path).normalize().toString())
            .collect(Collectors.joining(","));
    return Map.of(
        "config.providers", "file",
        "config.providers.file.class", "org.apache.kafka.common.config.provider.FileConfigProvider",
        "config.providers.file.param.allowed.paths", folders);
  }

  private Path logging() {
    return PrivateFiles.write(
        folder.resolve("connect-log.properties"),
        """
        appender.console.type=Console
        appender.console.name=console
        appender.console.layout.type=PatternLayout
        appender.console.layout.pattern=%d{ISO8601} %-5p %c{1} %m%n
        rootLogger.level=INFO
        rootLogger.appenderRef.console.ref=console
        logger.configs.name=org.apache.kafka.common.config.AbstractConfig
        logger.configs.level=WARN
        logger.plugins.name=org.apache.kafka.connect.runtime.isolation.DelegatingClassLoader
        logger.plugins.level=WARN
        logger.requests.name=org.apache.kafka.connect.runtime.rest.RestServer
        logger.requests.level=WARN
        """);
  }
}
