package dev.perennial.operations.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import picocli.CommandLine;

/** Runs commands as an operator does, and keeps what the last one said. */
public final class OperatorDesk {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /**
   * @return the exit code
   */
  public int run(Instant at, List<String> arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine command = Perennial.commandLine(Clock.fixed(at, ZoneOffset.UTC));
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments.toArray(String[]::new));
  }

  public String out() {
    return out.toString();
  }

  public String err() {
    return err.toString();
  }
}
