package dev.perennial.operations.command;

import dev.perennial.operations.connect.ConnectorSupervisor;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "supervise",
    description =
        "Restarts failed connector tasks, later each time, until it is stopped. Configures"
            + " nothing.",
    mixinStandardHelpOptions = true)
final class SuperviseCommand implements Callable<Integer> {

  @ParentCommand private @Nullable Perennial perennial;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConnectOptions connect = new ConnectOptions();

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "How often it looks; 5 unless given.")
  private int seconds = 5;

  @Override
  public Integer call() throws InterruptedException {
    var clock = Objects.requireNonNull(perennial).clock();
    try (var supervisor = new ConnectorSupervisor(connect.connectors(), clock)) {
      supervisor.start(Duration.ofSeconds(seconds));
      spec.commandLine().getOut().println("supervising");
      spec.commandLine().getOut().flush();
      new CountDownLatch(1).await();
    }
    return 0;
  }
}
