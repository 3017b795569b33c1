package dev.perennial.operations.command;

import dev.perennial.operations.OperationException;
import dev.perennial.operations.letters.AuditLog;
import dev.perennial.operations.letters.LetterId;
import dev.perennial.operations.letters.LetterReader;
import dev.perennial.operations.letters.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "replay",
    description = {
      "Writes dead letters back to the topic that they came from, under their key and with their"
          + " headers, and waits until that is durable; then enters it in the audit record.",
      "Replaying is safe, also twice: equal facts count once. What still cannot be folded comes"
          + " back as a new dead letter.",
      "A sink's letters are refused: the line says what to do instead. With --all they are left"
          + " out, and it ends with 1."
    },
    mixinStandardHelpOptions = true)
final class DeadLettersReplayCommand implements Callable<Integer> {

  @ParentCommand private @Nullable DeadLettersCommand parent;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private LetterOptions letters = new LetterOptions();
  @Mixin private SelectionOptions selection = new SelectionOptions();
  @Mixin private OperatorOption operator = new OperatorOption();

  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      converter = LetterIdConverter.class,
      description = "As list shows them: topic:partition:offset.")
  private List<LetterId> ids = List.of();

  @Option(
      names = "--all",
      description = "All open ones that --topic, --reason and --since leave, instead of ids.")
  private boolean all;

  @Option(
      names = "--value-file",
      paramLabel = "FILE",
      description = "Mends one letter: its value becomes what is in the file, if that is valid.")
  private @Nullable Path file;

  @Option(names = "--dry-run", description = "Says what it would do, and does nothing.")
  private boolean dryRun;

  @Option(names = "--again", description = "Also what was replayed or discarded before.")
  private boolean again;

  @Override
  public Integer call() {
    requireSense();
    Optional<byte[]> value = Optional.ofNullable(file).map(DeadLettersReplayCommand::read);
    return letters.with(
        (reader, audit) -> {
          if (dryRun) {
            return run(reader, audit, value, new DryRun(spec.commandLine().getOut()));
          }
          Clock clock = Objects.requireNonNull(parent).clock();
          try (Producer<byte[], byte[]> producer = letters.producer()) {
            var replay = new Replay(producer, audit, clock, operator.operator());
            return run(reader, audit, value, new Replaying(replay, spec.commandLine().getOut()));
          }
        });
  }

  private int run(LetterReader reader, AuditLog audit, Optional<byte[]> value, ReplayStep step) {
    var wanted = new WantedReplay(reader, audit, again, step);
    int count = all ? wanted.all(selection.selection()) : wanted.named(ids, value);
    if (count == 0) {
      spec.commandLine().getOut().println("nothing to do");
    }
    return 0;
  }

  private void requireSense() {
    if (all == !ids.isEmpty()) {
      throw notUnderstood("Give ids, or --all");
    }
    if (!all && selection.areGiven()) {
      throw notUnderstood("--topic, --reason and --since choose with --all only");
    }
    if (file != null && ids.size() != 1) {
      throw notUnderstood("--value-file mends one letter: give its id");
    }
  }

  private ParameterException notUnderstood(String text) {
    return new ParameterException(spec.commandLine(), text);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new OperationException("Cannot be read: " + file, e);
    }
  }
}
