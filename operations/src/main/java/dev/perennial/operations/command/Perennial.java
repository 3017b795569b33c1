package dev.perennial.operations.command;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code perennial}. */
@Command(
    name = "perennial",
    description = "Runs and mends the Perennial platform.",
    mixinStandardHelpOptions = true,
    version = "perennial 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      TopicsCommand.class,
      CollectionsCommand.class,
      ConnectorsCommand.class,
      SuperviseCommand.class,
      TenantsCommand.class,
      KeysCommand.class,
      HooksCommand.class,
      SignInLinkCommand.class,
      AuditCommand.class,
      DeadLettersCommand.class,
      ReplayCommand.class,
      PreviewCommand.class,
      RatesCommand.class,
      ImportCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done; a second time there is nothing to do, and that is 0 too",
      "1:could not be done; one line on standard error says why",
      "2:not understood",
      "3:a check found something that is not as it should be"
    },
    footerHeading = "%nSecrets:%n",
    footer = {
      "  Give URIs with passwords by environment variable, not as arguments:",
      "  other users of the machine can read those."
    })
public final class Perennial implements Runnable {

  static final int AMISS = 3;

  private final Clock clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  Perennial(Clock clock) {
    this.clock = clock;
  }

  /** Ends the process with one of the documented exit codes. */
  public static void main(String[] arguments) {
    System.setProperty("logback.configurationFile", "perennial-logback.xml");
    System.exit(commandLine(Clock.systemUTC()).execute(arguments));
  }

  /** The whole command with the clock that it goes by. */
  static CommandLine commandLine(Clock clock) {
    return new CommandLine(new Perennial(clock))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Perennial::sayInOneLine);
  }

  Clock clock() {
    return clock;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int sayInOneLine(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println("perennial: " + FailureLine.of(failure));
    return CommandLine.ExitCode.SOFTWARE;
  }
}
