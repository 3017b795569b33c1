package dev.perennial.operations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class AuditOptionsTest {

  @Command
  private static final class Changes implements Runnable {
    private final List<String> done;
    @Mixin private AuditOptions audit = new AuditOptions();

    Changes(List<String> done) {
      this.done = done;
    }

    @Override
    public void run() {
      audit.enter(Clock.systemUTC(), "things-applied", "things", done);
    }
  }

  @Test
  void whatIsNotEnteredShouldBeSaid() {
    assertThat(said(List.of("made a thing"))).startsWith("not entered into the audit record");
    assertThat(said(List.of())).isEmpty();
  }

  private static String said(List<String> done) {
    StringWriter err = new StringWriter();
    CommandLine command = new CommandLine(new Changes(done));
    command.setErr(new PrintWriter(err, true));
    assertThat(command.execute("--mongodb=")).isZero();
    return err.toString();
  }
}
