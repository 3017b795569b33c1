package dev.perennial.standalone.demo;

import dev.perennial.standalone.platform.Platform;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code ./perennial demo}. */
@Command(
    name = "demo",
    description =
        "Runs the whole platform on this machine, on real parts, with a sample of eighteen months"
            + " of events; compares what came of them with an oracle, and stays until Ctrl-C.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything is as it must be",
      "1:something differs, or could not be started",
      "2:not understood"
    })
public final class Demo implements Callable<Integer> {
  private final Clock clock;

  @Option(names = "--once", description = "Ends after the comparison: 0, or 1 with differences.")
  private boolean once;

  @Option(names = "--fresh", description = "Deletes the data folder first.")
  private boolean fresh;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where all data lies; data/demo in the checkout unless given.")
  private Path data = Platform.home().resolve("data/demo");

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "20261123",
      description = "Of the sample, on a new data folder; ${DEFAULT-VALUE} unless given.")
  private long seed;

  private Demo(Clock clock) {
    this.clock = clock;
  }

  /** Ends the process with one of the documented exit codes. */
  public static void main(String[] arguments) {
    System.setProperty("logback.configurationFile", "standalone-logback.xml");
    // Else the threads that start the parts all meet it half made, and it complains.
    LoggerFactory.getILoggerFactory();
    CommandLine command = new CommandLine(new Demo(Clock.systemUTC()));
    command.setExecutionExceptionHandler(
        (failure, line, parsed) -> {
          line.getErr().println("perennial: " + failure.getMessage());
          return CommandLine.ExitCode.SOFTWARE;
        });
    System.exit(command.execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    return new DemoRun(data.toAbsolutePath().normalize(), seed, fresh, once, clock).run();
  }
}
