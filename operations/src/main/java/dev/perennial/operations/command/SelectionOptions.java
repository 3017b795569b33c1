package dev.perennial.operations.command;

import dev.perennial.operations.letters.Selection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters are meant. */
final class SelectionOptions {

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Only those of that topic, such as subscription-events.")
  private @Nullable String topic;

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = "Only those with that reason, as list shows it, such as number-range.")
  private @Nullable String reason;

  @Option(
      names = "--since",
      paramLabel = "INSTANT",
      description = "Only those from then on, such as 2027-01-01T00:00:00Z.")
  private @Nullable Instant since;

  Selection selection() {
    return new Selection(topic, reason, since);
  }

  boolean areGiven() {
    return topic != null || reason != null || since != null;
  }
}
