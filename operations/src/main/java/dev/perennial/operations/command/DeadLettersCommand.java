package dev.perennial.operations.command;

import picocli.CommandLine.Command;

@Command(
    name = "dead-letters",
    description = {
      "Records that could not be read, folded or written, with what became of them.",
      "They are kept for 30 days; what was done with them is kept in the control database."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DeadLettersListCommand.class,
      DeadLettersShowCommand.class,
      DeadLettersReplayCommand.class,
      DeadLettersDiscardCommand.class
    })
final class DeadLettersCommand extends CommandGroup {}
