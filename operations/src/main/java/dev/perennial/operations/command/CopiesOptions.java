package dev.perennial.operations.command;

import dev.perennial.contracts.topic.Topics;
import dev.perennial.operations.replay.EpochBuild;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many partitions and copies topics are to have. */
final class CopiesOptions {

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Of every topic but the dead letters; 12 unless given.",
      defaultValue = "12")
  private int partitions = Topics.DEFAULT_PARTITIONS;

  @Option(
      names = "--replication",
      paramLabel = "N",
      description = "Copies of each partition; 3 unless given.",
      defaultValue = "3")
  private int replication = 3;

  @Option(
      names = "--min-insync",
      paramLabel = "N",
      description = "Copies that make a record safe; 2 unless given, or 1 with one copy.")
  private @Nullable Integer minInsync;

  Topics topics(int epoch) {
    return new Topics(partitions, epoch);
  }

  int replication() {
    return replication;
  }

  int minInsync() {
    return minInsync == null ? Math.min(2, replication) : minInsync;
  }

  EpochBuild.Shape shape(SinkOptions sinks) {
    return new EpochBuild.Shape(
        partitions, replication, minInsync(), sinks.secrets(), sinks.tasks());
  }
}
