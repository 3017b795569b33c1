package dev.perennial.operations.command;

import dev.perennial.operations.VisibleText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who does it, for the audit record. */
final class OperatorOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--operator",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who you are, for the audit record; else the user of this machine.")
  private String operator = "";

  String operator() {
    if (!VisibleText.is(operator)) {
      throw new ParameterException(
          spec.commandLine(), "An operator's name has 1 to 128 visible characters");
    }
    return operator;
  }
}
