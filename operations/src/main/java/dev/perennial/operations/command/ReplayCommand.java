package dev.perennial.operations.command;

import dev.perennial.operations.replay.EpochBuild;
import dev.perennial.operations.replay.EpochDrop;
import dev.perennial.operations.replay.EpochStatus;
import dev.perennial.operations.replay.EpochSwitch;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "replay",
    description = {
      "Builds all projections anew, from all events, beside those that are read.",
      "The order of steps: docs/replay.md."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class ReplayCommand extends CommandGroup {

  private static final String NEXT =
      """
      Then, for the alerts:
        1. stop the processors that raise them
        2. restart those of epoch %d with perennial.epoch=%d, without perennial.processor.replay
      """;

  @Command(
      name = "start",
      description =
          "Makes topics, collections and connectors of the next epoch; again, it goes on.",
      mixinStandardHelpOptions = true)
  void start(
      @Mixin ReplayOptions places,
      @Mixin CopiesOptions copies,
      @Option(
              names = "--epoch",
              paramLabel = "N",
              description = "The epoch to build; the serving one's successor unless given.")
          @Nullable Integer epoch,
      @Mixin SinkOptions sinks,
      @Option(
              names = "--wait",
              paramLabel = "SECONDS",
              defaultValue = "60",
              description = "How long the connectors may take to run; 60 unless given.")
          int seconds) {
    places.with(
        clock(),
        (all, control) -> {
          EpochBuild build = new EpochBuild(all, control);
          int chosen = build.choose(epoch);
          Lines.done(spec(), build.start(chosen, copies.shape(sinks), Duration.ofSeconds(seconds)));
          out().println("epoch " + chosen + " is being built; start processors with");
          out().println("  perennial.epoch=" + chosen + " perennial.processor.replay=true");
          return chosen;
        });
  }

  @Command(
      name = "status",
      description = {
        "Which epoch serves, who raises alerts, how far the new epoch has come;",
        "3 where it has not caught up, or nobody raises alerts."
      },
      mixinStandardHelpOptions = true)
  int status(@Mixin ReplayOptions places) {
    EpochStatus.Said said =
        places.with(clock(), (all, control) -> new EpochStatus(all, control).say());
    said.lines().forEach(out()::println);
    return said.good() ? 0 : Perennial.AMISS;
  }

  @Command(
      name = "switch",
      description = "Has all readers read the new epoch, once it has caught up.",
      mixinStandardHelpOptions = true)
  void switchTo(
      @Mixin ReplayOptions places,
      @Option(names = "--back", description = "To the epoch that served before.") boolean back,
      @Option(
              names = "--wait",
              paramLabel = "SECONDS",
              defaultValue = "180",
              description = "How long to wait until it has caught up; 180 unless given.")
          int seconds) {
    Duration atMost = Duration.ofSeconds(seconds);
    int epoch =
        places.with(
            clock(),
            (all, control) -> {
              EpochSwitch readers = new EpochSwitch(all, control);
              return back ? readers.back(atMost) : readers.forward(atMost);
            });
    out().println("epoch " + epoch + " serves; readers follow within a second or two");
    out().print(NEXT.formatted(epoch, epoch));
    out().flush();
  }

  @Command(
      name = "drop",
      description = "Removes all that there is of an epoch that nobody reads.",
      mixinStandardHelpOptions = true)
  void drop(
      @Mixin ReplayOptions places,
      @Parameters(paramLabel = "EPOCH") int epoch,
      @Option(names = "--dry-run", description = "Only says what would be removed.") boolean dryRun,
      @Option(names = "--abandon", description = "Also an epoch that is being built.")
          boolean abandon) {
    List<String> gone =
        places.with(
            clock(),
            (all, control) -> {
              EpochDrop drop = new EpochDrop(all, control);
              return dryRun ? drop.remains(epoch, abandon) : drop.drop(epoch, abandon);
            });
    String what = dryRun ? "would remove " : "removed ";
    Lines.done(spec(), gone.stream().map(each -> what + each).toList());
  }
}
