package dev.perennial.ingest.faults;

import static org.awaitility.Awaitility.await;

import dev.perennial.backends.FreePorts;
import dev.perennial.backends.GuardedProcess;
import dev.perennial.ingest.IngestApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The service as a process of its own, to be stopped and killed. */
public final class IngestProcess implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;
  private final int managementPort;
  private final GuardedProcess process;

  private IngestProcess(Path folder, int heapMegabytes, List<String> settings) {
    this.port = FreePorts.next();
    this.managementPort = FreePorts.next();
    this.process =
        GuardedProcess.named("ingest-api")
            .command(command(heapMegabytes, port, managementPort, settings))
            .log(folder.resolve("ingest-" + port + ".log"))
            .start();
  }

  /**
   * What starts the service at these ports.
   *
   * @param heapMegabytes the most that its heap may take; beyond it the process ends
   */
  public static List<String> command(
      int heapMegabytes, int port, int managementPort, List<String> settings) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                IngestApi.class.getName(),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--management.server.port=" + managementPort));
    settings.forEach(setting -> command.add("--" + setting));
    return command;
  }

  /**
   * Starts it and returns when it lives; not when it is ready.
   *
   * @param heapMegabytes the most that its heap may take; beyond it the process ends
   */
  public static IngestProcess start(Path folder, int heapMegabytes, String... settings) {
    var started = new IngestProcess(folder, heapMegabytes, Stream.of(settings).toList());
    await().atMost(START).until(started::isLive);
    return started;
  }

  public int port() {
    return port;
  }

  GuardedProcess process() {
    return process;
  }

  /** Whether the process runs. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** Whether it answers that it lives. */
  boolean isLive() {
    return status("/actuator/health/liveness") == 200;
  }

  /** Whether it answers that it is ready. */
  public boolean isReady() {
    return status("/actuator/health/readiness") == 200;
  }

  /** Records sent and not yet acknowledged. */
  long recordsInFlight() {
    return metrics()
        .lines()
        .filter(line -> line.startsWith("perennial_ingest_in_flight_records "))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.indexOf(' '))))
        .sum();
  }

  /** Bytes of heap in use, at this moment. */
  public long heapInUse() {
    return metrics()
        .lines()
        .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private String metrics() {
    try {
      return client.send(request("/actuator/prometheus"), BodyHandlers.ofString()).body();
    } catch (IOException nobodyAnswers) {
      return "";
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
        .timeout(Duration.ofSeconds(10))
        .build();
  }

  private int status(String path) {
    try {
      return client.send(request(path), BodyHandlers.discarding()).statusCode();
    } catch (IOException nobodyAnswers) {
      return 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  @Override
  public void close() {
    process.close();
    client.close();
  }
}
