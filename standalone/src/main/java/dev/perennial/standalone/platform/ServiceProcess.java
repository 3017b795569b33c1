package dev.perennial.standalone.platform;

import dev.perennial.backends.FreePorts;
import dev.perennial.backends.GuardedProcess;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** One service as a process of its own; it keeps its ports over restarts. */
public final class ServiceProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LOG_LINES = 20;

  private final Service service;
  private final Path jar;
  private final Path folder;
  private final PlatformOptions options;
  private final Map<String, String> settings;
  private final int port = FreePorts.next();
  private final int managementPort = FreePorts.next();
  private @Nullable GuardedProcess process;

  ServiceProcess(
      Service service,
      Path home,
      Path folder,
      PlatformOptions options,
      Map<String, String> settings) {
    this.service = service;
    this.jar = service.jar(home);
    this.folder = folder;
    this.options = options;
    this.settings = new HashMap<>(settings);
    this.settings.putAll(options.settingsOf(service));
  }

  public Service service() {
    return service;
  }

  /** Where it serves, without a slash at the end. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Where it says how it is, without a slash at the end. */
  public URI managementUrl() {
    return URI.create("http://127.0.0.1:" + managementPort);
  }

  /**
   * Sets a Spring property from the next start on; a null takes it away.
   *
   * @return this
   */
  public synchronized ServiceProcess set(String property, @Nullable String value) {
    if (value == null) {
      settings.remove(property);
    } else {
      settings.put(property, value);
    }
    return this;
  }

  /**
   * Starts it where it does not run, and returns when it is ready.
   *
   * @throws PlatformException where it is not in time; quotes its log
   */
  public void start() {
    launch();
    awaitReady();
  }

  /** Starts it where it does not run; does not wait until it is ready. */
  public synchronized void launch() {
    if (isAlive()) {
      return;
    }
    if (!Files.exists(jar)) {
      throw new PlatformException("there is no " + jar + "; run ./mvnw package -DskipTests");
    }
    process =
        GuardedProcess.named(service.module())
            .command(command(writeSettings()))
            .workingFolder(folder)
            .log(folder.resolve(service.module() + ".log"))
            .gracePeriod(PATIENCE)
            .start();
  }

  /**
   * Returns when its readiness probe says so.
   *
   * @throws PlatformException where it does not in time, or the process has ended; quotes its log
   */
  public void awaitReady() {
    Http.Probe probe = new Http.Probe(managementUrl().resolve("/actuator/health/readiness"));
    boolean ready = Await.holds(options.readyWithin(), () -> probe.succeeds() || !isAlive());
    if (!ready || !isAlive()) {
      throw new PlatformException(failure(probe));
    }
  }

  public boolean isReady() {
    return new Http.Probe(managementUrl().resolve("/actuator/health/readiness")).succeeds();
  }

  public synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  /**
   * The process that was started last.
   *
   * @throws IllegalStateException where it was never started
   */
  public synchronized GuardedProcess process() {
    if (process == null) {
      throw new IllegalStateException(service.module() + " was not started");
    }
    return process;
  }

  /** SIGKILL; returns when it is gone. */
  public void kill() {
    process().kill();
  }

  /** SIGTERM, and SIGKILL after 5 s; returns when it is gone. Does nothing once it is. */
  public synchronized void stop() {
    if (process != null) {
      process.close();
    }
  }

  /** Stops it where it runs, starts it on the same ports, and returns when it is ready. */
  public void restart() {
    stop();
    start();
  }

  @Override
  public void close() {
    stop();
  }

  private List<String> command(Path properties) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.add("-Xmx" + service.heapMegabytes() + "m");
    words.addAll(options.jvmFlags());
    words.addAll(
        List.of("-jar", jar.toString(), "--spring.config.additional-location=file:" + properties));
    return words;
  }

  /** A file and not arguments: those can be read by every user of the machine. */
  private Path writeSettings() {
    Properties properties = new Properties();
    properties.putAll(settings);
    properties.setProperty("server.port", Integer.toString(port));
    properties.setProperty("server.address", "127.0.0.1");
    properties.setProperty("management.server.port", Integer.toString(managementPort));
    properties.setProperty("management.server.address", "127.0.0.1");
    Path file = folder.resolve("application.properties");
    try (StringWriter text = new StringWriter()) {
      properties.store(text, null);
      PrivateFile.write(file, text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private String failure(Http.Probe probe) {
    GuardedProcess last = process();
    String how =
        last.exitStatus().isPresent()
            ? "it ended with status " + last.exitStatus().getAsInt()
            : "its readiness probe says: " + probe.lastAnswer();
    return service.module()
        + " did not become ready: "
        + how
        + "\n  | "
        + String.join("\n  | ", last.lastLogLines(LOG_LINES));
  }
}
