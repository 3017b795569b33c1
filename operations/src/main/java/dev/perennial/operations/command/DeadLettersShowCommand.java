package dev.perennial.operations.command;

import dev.perennial.operations.letters.LetterId;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "show",
    description =
        "Shows one dead letter: why it is one, its key and headers, what was done with it.",
    mixinStandardHelpOptions = true)
final class DeadLettersShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private LetterOptions letters = new LetterOptions();

  @Parameters(
      paramLabel = "ID",
      converter = LetterIdConverter.class,
      description = "As list shows it: topic:partition:offset.")
  private @Nullable LetterId id;

  @Option(
      names = "--value",
      description = {
        "Also the value, last, from a line of its own on: as it is, or else as base64.",
        "It may hold personal data: mind who sees your terminal and where you keep it."
      })
  private boolean value;

  @Override
  public Integer call() {
    return letters.with(
        (reader, audit) -> {
          var standing = audit.standing(reader.require(Objects.requireNonNull(id)));
          LetterPage.of(standing, value).forEach(spec.commandLine().getOut()::println);
          return 0;
        });
  }
}
