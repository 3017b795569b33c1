package dev.perennial.operations.command;

import dev.perennial.operations.letters.AuditLog;
import dev.perennial.operations.letters.Discard;
import dev.perennial.operations.letters.Letter;
import dev.perennial.operations.letters.LetterId;
import dev.perennial.operations.letters.LetterReader;
import dev.perennial.operations.letters.Standing;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
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
    name = "discard",
    description = "Takes dead letters as handled; writes to no topic, only the audit record.",
    mixinStandardHelpOptions = true)
final class DeadLettersDiscardCommand implements Callable<Integer> {

  private static final int LONGEST = 500;

  @ParentCommand private @Nullable DeadLettersCommand parent;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private LetterOptions letters = new LetterOptions();
  @Mixin private OperatorOption operator = new OperatorOption();

  @Parameters(
      arity = "1..*",
      paramLabel = "ID",
      converter = LetterIdConverter.class,
      description = "As list shows them: topic:partition:offset.")
  private List<LetterId> ids = List.of();

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "Why, in at most 500 characters; it is kept, so name no person in it.")
  private String reason = "";

  @Override
  public Integer call() {
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw new ParameterException(spec.commandLine(), "A reason has 1 to 500 characters");
    }
    Clock clock = Objects.requireNonNull(parent).clock();
    return letters.with((reader, audit) -> discard(reader, audit, clock));
  }

  private int discard(LetterReader reader, AuditLog audit, Clock clock) {
    List<Letter> found = ids.stream().distinct().map(reader::require).toList();
    audit.standings(found).forEach(Standing::requireOpen);
    new Discard(audit, clock, operator.operator()).run(found, reason);
    found.forEach(letter -> spec.commandLine().getOut().println("discarded " + letter.id().text()));
    return 0;
  }
}
