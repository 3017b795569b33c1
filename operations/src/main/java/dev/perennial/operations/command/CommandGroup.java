package dev.perennial.operations.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that has commands below it, and alone says which. */
abstract class CommandGroup implements Runnable {

  @ParentCommand private @Nullable Perennial perennial;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public final void run() {
    spec.commandLine().usage(out());
  }

  final CommandSpec spec() {
    return spec;
  }

  final Clock clock() {
    return Objects.requireNonNull(perennial).clock();
  }

  /** For what was asked. */
  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** For what is said beside it. */
  final PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
