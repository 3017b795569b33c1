package dev.perennial.operations.command;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.event.Event;
import dev.perennial.domain.preview.Preview;
import dev.perennial.operations.preview.EventFile;
import dev.perennial.operations.preview.PreviewText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "preview",
    description = {
      "Says what events would do, if there were nothing but them: what falls due, what",
      "subscribers would be told and when, what was spent. Nothing is sent anywhere."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every event is valid",
      "1:the file cannot be read",
      "2:not understood",
      "3:some events would be refused; the others are previewed"
    })
final class PreviewCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @ParentCommand private @Nullable Perennial perennial;

  @Parameters(
      paramLabel = "FILE",
      description = "CloudEvents in JSON: one event, a batch, or one a line; - for standard input.")
  private Path file = Path.of("-");

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      description =
          "The moment to look ahead from, such as 2026-11-24T00:00:00Z; now unless given.")
  private @Nullable Instant at;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "60",
      description = "How many days ahead, 1 to 400; ${DEFAULT-VALUE} unless given.")
  private int days = 60;

  @Override
  public Integer call() {
    Instant now = requireNonNull(perennial).clock().instant();
    EventFile events = EventFile.read(file, now);
    List<Event> valid = events.valid();
    PreviewText text = new PreviewText(Preview.of(valid, at == null ? now : at, days));
    text.lines().forEach(spec.commandLine().getOut()::println);
    events.refused().forEach(spec.commandLine().getErr()::println);
    return events.refused().isEmpty() ? 0 : Perennial.AMISS;
  }
}
