package dev.perennial.ingest.clients;

import static org.awaitility.Awaitility.await;

import dev.perennial.backends.FreePorts;
import dev.perennial.backends.GuardedProcess;
import dev.perennial.ingest.faults.IngestProcess;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The service as a process that is killed, and comes back where it was. */
final class IngestAtPort implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);

  private final Path folder;
  private final List<String> command;
  private final int port = FreePorts.next();
  private @Nullable GuardedProcess process;

  /**
   * @param heapMegabytes the most that its heap may take; beyond it the process ends
   */
  IngestAtPort(Path folder, int heapMegabytes, String... settings) {
    this.folder = folder;
    this.command =
        IngestProcess.command(
            heapMegabytes,
            port,
            FreePorts.next(),
            Stream.concat(Stream.of("perennial.environment=development"), Stream.of(settings))
                .toList());
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Returns at once: whoever needs it waits for it. */
  void start() {
    process =
        GuardedProcess.named("ingest-api")
            .command(command)
            .log(folder.resolve("ingest.log"))
            .start();
  }

  void startAndWait() {
    start();
    await().atMost(START).until(this::answers);
  }

  private boolean answers() {
    try (var socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** As {@code kill -9}. */
  void kill() {
    Objects.requireNonNull(process).kill();
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
  }
}
