package dev.perennial.operations.command;

import dev.perennial.operations.importing.FileImport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "import",
    description = {
      "Sends a file of events to ingest, one CloudEvent in JSON a line, as one stream; where that",
      "ends early, it goes on by itself from the first line that is not answered. What ingest",
      "rejects is written to a file, with why. A second time changes nothing. The key needs the",
      "scope events:write, for history events:backfill too."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every event is durable",
      "1:not finished; standard error says why, and the line to go on from",
      "2:not understood",
      "3:ingest rejected some events; the others are durable"
    })
final class ImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private IngestOptions ingest = new IngestOptions();

  @Parameters(
      paramLabel = "FILE",
      description = "One event a line, as it is or in gzip; - for standard input.")
  private Path file = Path.of("-");

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "live",
      description = "live, or backfill for history of any age; ${DEFAULT-VALUE} unless given.")
  private Mode mode = Mode.LIVE;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "For events that ingest rejects; FILE.rejected.ndjson unless given.")
  private @Nullable Path rejects;

  @Option(
      names = "--from-line",
      paramLabel = "N",
      defaultValue = "1",
      description = "Leave out the lines before; what was rejected of them stays in its file.")
  private long fromLine = 1;

  /** Whether events are news or history. */
  enum Mode {
    LIVE,
    BACKFILL
  }

  @Override
  public Integer call() {
    if (fromLine < 1) {
      throw new ParameterException(spec.commandLine(), "--from-line is a number from 1");
    }
    PrintWriter err = spec.commandLine().getErr();
    var events = FileImport.eventsAt(ingest.ingest(), mode == Mode.BACKFILL);
    Path rejected = rejects();
    var result =
        new FileImport(events, ingest.key(), file, rejected, fromLine)
            .run(System.in, line -> say(err, line));
    spec.commandLine().getOut().println(result.counts());
    if (result.rejected() > 0) {
      err.println("rejected events are in " + rejected);
    }
    if (result.failure().isPresent()) {
      err.println("perennial: " + result.failure().get());
      err.println("not finished: go on with --from-line " + result.next());
      return 1;
    }
    return result.rejected() > 0 ? Perennial.AMISS : 0;
  }

  private static void say(PrintWriter err, String line) {
    err.println(line);
    err.flush();
  }

  private Path rejects() {
    if (rejects != null) {
      return rejects;
    }
    String name = file.toString().equals("-") ? "standard-input" : file.toString();
    return Path.of(name + ".rejected.ndjson");
  }
}
