package dev.perennial.operations.command;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** What commands print. */
final class Lines {

  private Lines() {}

  /** What was done, or that nothing was to be done. */
  static void done(CommandSpec spec, List<String> done) {
    PrintWriter out = spec.commandLine().getOut();
    if (done.isEmpty()) {
      out.println("nothing to do");
    }
    done.forEach(out::println);
  }
}
