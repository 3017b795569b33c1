package dev.perennial.operations.command;

import dev.perennial.operations.control.Overlap;
import java.time.Duration;
import picocli.CommandLine.Option;

/** For commands that put a secret in another's place. */
final class OverlapOption {

  @Option(
      names = "--overlap",
      paramLabel = "DURATION",
      defaultValue = "24h",
      converter = SimpleDuration.class,
      description = {
        "How long the old one goes on: such as 24h, 30m, 7d or PT1H30M, at most 30d;",
        "${DEFAULT-VALUE} unless given."
      })
  private Duration overlap = Duration.ofDays(1);

  Overlap overlap() {
    return new Overlap(overlap);
  }
}
