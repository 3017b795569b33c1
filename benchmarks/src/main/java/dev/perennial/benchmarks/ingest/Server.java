package dev.perennial.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.perennial.backends.FreePorts;
import dev.perennial.backends.GuardedProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is measured, as a process of its own. */
final class Server implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final Duration GRACE = Duration.ofSeconds(9);
  private static final boolean CPU_TIME_IS_SAMPLED = Runtime.version().feature() >= 25;
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int LAST_LINES = 400;

  /** As much for each of them: a heap that is never the reason. */
  private static final List<String> HEAP = List.of("-Xms1g", "-Xmx1g");

  private final String name;
  private final int port;
  private final int managementPort;
  private final GuardedProcess process;

  private Server(String name, int port, int managementPort, GuardedProcess process) {
    this.name = name;
    this.port = port;
    this.managementPort = managementPort;
    this.process = process;
  }

  /**
   * Ingest, as its jar starts.
   *
   * @param recording where the flight recorder's file is to be written when it ends
   * @param environment where the backends are
   */
  static Server ingest(
      String name,
      Path jar,
      Path folder,
      Optional<Path> recording,
      Map<String, String> environment) {
    int port = FreePorts.next();
    int managementPort = FreePorts.next();
    List<String> command = java();
    recording.ifPresent(
        file ->
            command.add(
                "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                    + file.toAbsolutePath()
                    + (CPU_TIME_IS_SAMPLED ? ",jdk.CPUTimeSample#enabled=true" : "")));
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(settings(port, managementPort));
    return start(name, port, managementPort, command, folder, environment);
  }

  /** All guards are on, and let through what there is; as the request's log is written. */
  private static List<String> settings(int port, int managementPort) {
    return List.of(
        "--server.address=127.0.0.1",
        "--server.port=" + port,
        "--management.server.address=127.0.0.1",
        "--management.server.port=" + managementPort,
        "--perennial.ingest.drain-wait=0s",
        "--perennial.limits.requests-per-second=1000000",
        "--perennial.limits.requests-burst=2000000",
        "--perennial.limits.events-per-second=10000000",
        "--perennial.limits.bytes-per-second=900MB");
  }

  static Server bare(Path folder, String bootstrapServers, String topic) {
    int port = FreePorts.next();
    List<String> command = java();
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            BareHandler.class.getName(),
            Integer.toString(port),
            bootstrapServers,
            topic));
    return start("bare", port, 0, command, folder, Map.of());
  }

  private static List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(HEAP);
    return command;
  }

  private static Server start(
      String name,
      int port,
      int managementPort,
      List<String> command,
      Path folder,
      Map<String, String> environment) {
    var process =
        GuardedProcess.named(name)
            .command(command)
            .log(folder.resolve(name + ".log"))
            .gracePeriod(GRACE);
    environment.forEach(process::env);
    return new Server(name, port, managementPort, process.start());
  }

  /** Returns when it takes requests. */
  void awaitReady() throws InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(name + " does not start:\n" + lastLines());
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  private boolean isReady() {
    return managementPort == 0 ? isOpen() : answersReady();
  }

  private boolean isOpen() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private boolean answersReady() {
    try {
      managed("health/readiness");
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Its metrics in the text format of Prometheus. */
  String metrics() throws IOException {
    return managed("prometheus");
  }

  /**
   * @throws IOException also where it answers that it is not well
   */
  private String managed(String endpoint) throws IOException {
    URL url = URI.create("http://127.0.0.1:" + managementPort + "/actuator/" + endpoint).toURL();
    URLConnection connection = url.openConnection();
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    try (InputStream answer = connection.getInputStream()) {
      return new String(answer.readAllBytes(), UTF_8);
    }
  }

  String name() {
    return name;
  }

  int port() {
    return port;
  }

  /** Of the processor since it started. */
  Duration cpu() {
    return process.handle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** What its log says, without stacks and requests. */
  String lastLines() {
    return process.lastLogLines(LAST_LINES).stream()
        .filter(line -> !line.startsWith("\tat ") && !line.contains("dev.perennial.requests"))
        .collect(joining("\n"));
  }

  @Override
  public void close() {
    process.close();
  }
}
