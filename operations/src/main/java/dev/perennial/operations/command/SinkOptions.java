package dev.perennial.operations.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What connectors are given. */
final class SinkOptions {

  @Option(
      names = "--secrets",
      required = true,
      paramLabel = "FILE",
      description = "On the worker's machine, with mongodb.uri and redis.uri.")
  private Path secrets = Path.of("");

  @Option(
      names = "--tasks",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of each connector; 1 unless given.")
  private int tasks = 1;

  Path secrets() {
    return secrets;
  }

  int tasks() {
    return tasks;
  }
}
