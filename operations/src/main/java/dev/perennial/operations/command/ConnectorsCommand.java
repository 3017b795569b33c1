package dev.perennial.operations.command;

import dev.perennial.operations.connect.ConnectorSecrets;
import dev.perennial.operations.connect.ConnectorStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "connectors",
    description = "The sinks on Kafka Connect.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class ConnectorsCommand extends CommandGroup {
  @Command(
      name = "apply",
      description = "Gives the worker each configuration that differs, and waits until all run.",
      mixinStandardHelpOptions = true)
  void apply(
      @Mixin ConnectOptions connect,
      @Mixin AuditOptions audit,
      @Mixin EpochOption epoch,
      @Mixin SinkOptions sinks,
      @Option(
              names = "--wait",
              paramLabel = "SECONDS",
              defaultValue = "60",
              description = "How long they may take to run; 60 unless given.")
          int seconds) {
    audit.operator();
    var connectors = connect.connectors();
    List<String> done = connectors.apply(epoch.epoch(), sinks.secrets(), sinks.tasks());
    Lines.done(spec(), done);
    audit.enter(clock(), "connectors-applied", "epoch " + epoch.epoch(), done);
    connectors.waitUntilRunning(epoch.epoch(), Duration.ofSeconds(seconds));
  }

  @Command(
      name = "secrets",
      description = "Writes the secrets file for the worker's config provider, 0600.",
      mixinStandardHelpOptions = true)
  void secrets(
      @Mixin MongodbOptions mongodb,
      @Option(
              names = "--redis",
              paramLabel = "URI",
              description = "Redis; or $$PERENNIAL_REDIS_URI; else port 6379 here.",
              defaultValue = "${env:PERENNIAL_REDIS_URI:-redis://127.0.0.1:6379}")
          String redis,
      @Parameters(paramLabel = "FILE") Path file) {
    ConnectorSecrets.write(file, mongodb.uri(), redis);
    out().println("wrote " + file);
  }

  @Command(
      name = "status",
      description = "Says what runs; 3 where something has failed or nothing runs.",
      mixinStandardHelpOptions = true)
  int status(@Mixin ConnectOptions connect) {
    List<ConnectorStatus> all = connect.connectors().status();
    all.forEach(status -> out().println(status.text()));
    boolean amiss = all.isEmpty() || all.stream().anyMatch(ConnectorStatus::failed);
    return amiss ? Perennial.AMISS : 0;
  }

  @Command(
      name = "restart",
      description = "Restarts a connector and its tasks, which then read their secrets anew.",
      mixinStandardHelpOptions = true)
  void restart(
      @Mixin ConnectOptions connect,
      @Mixin AuditOptions audit,
      @Parameters(paramLabel = "NAME") String name) {
    audit.operator();
    connect.connectors().restart(name);
    out().println("restarted " + name);
    audit.enter(clock(), "connector-restarted", name, List.of("restarted"));
  }

  @Command(
      name = "pause",
      description = "Stops a connector's tasks where they are.",
      mixinStandardHelpOptions = true)
  void pause(
      @Mixin ConnectOptions connect,
      @Mixin AuditOptions audit,
      @Parameters(paramLabel = "NAME") String name) {
    audit.operator();
    connect.connectors().pause(name);
    out().println("paused " + name);
    audit.enter(clock(), "connector-paused", name, List.of("paused"));
  }

  @Command(
      name = "resume",
      description = "Lets a paused connector's tasks go on.",
      mixinStandardHelpOptions = true)
  void resume(
      @Mixin ConnectOptions connect,
      @Mixin AuditOptions audit,
      @Parameters(paramLabel = "NAME") String name) {
    audit.operator();
    connect.connectors().resume(name);
    out().println("resumed " + name);
    audit.enter(clock(), "connector-resumed", name, List.of("resumed"));
  }
}
