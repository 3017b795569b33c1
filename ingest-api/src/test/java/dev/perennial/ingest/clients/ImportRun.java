package dev.perennial.ingest.clients;

import dev.perennial.backends.GuardedProcess;
import dev.perennial.operations.command.Perennial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code perennial import} as a process of its own, with a bounded heap. */
final class ImportRun implements AutoCloseable {

  private final Path said;
  private final GuardedProcess process;

  /**
   * How it ended.
   *
   * @param said all that it wrote
   */
  record Ended(int status, String said) {}

  /**
   * @param arguments behind {@code perennial import}
   */
  ImportRun(Path folder, String key, Object... arguments) throws IOException {
    this.said = Files.createTempFile(folder, "import", ".txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Perennial.class.getName(),
                "import"));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    this.process =
        GuardedProcess.named("import")
            .command(command)
            .env("PERENNIAL_API_KEY", key)
            .log(said)
            .start();
  }

  Ended await(Duration patience) throws Exception {
    int status = process.onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
    return new Ended(status, Files.readString(said));
  }

  @Override
  public void close() {
    process.close();
  }
}
