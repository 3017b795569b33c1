package dev.perennial.backends;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A Kafka Connect worker in distributed mode as its own process, with its own class path.
 *
 * <p>Connectors are applied over REST and kept, like offsets, in the broker. Plug-ins are found by
 * their {@code META-INF/services} files alone.
 */
public final class ConnectWorker implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final ConnectSettings settings;
  private GuardedProcess process;

  private ConnectWorker(ConnectSettings settings) {
    this.settings = settings;
    this.process = launch();
  }

  /** Starts with REST on a free port; throws {@link StartupFailure}. */
  public static ConnectWorker start(
      Path dataDir, String bootstrapServers, Path pluginFolder, List<Path> secretFolders) {
    return FreePorts.startOn(
        port -> start(dataDir, bootstrapServers, pluginFolder, secretFolders, port));
  }

  /**
   * Starts with REST on the given port; throws {@link StartupFailure}.
   *
   * @param dataDir takes the worker's settings and log
   * @param bootstrapServers the broker
   * @param pluginFolder holds one folder of jars a plug-in; may be empty
   * @param secretFolders where {@code ${file:...}} in a connector's configuration may read
   * @param port 1 to 65535
   */
  public static ConnectWorker start(
      Path dataDir,
      String bootstrapServers,
      Path pluginFolder,
      List<Path> secretFolders,
      int port) {
    var folder = PrivateFiles.folder(dataDir);
    return new ConnectWorker(
        new ConnectSettings(
            folder, bootstrapServers, pluginFolder, secretFolders, port, ConnectSettings.GROUP));
  }

  /** As {@link #start(Path, String, Path, List)}, in a Connect group of its own. */
  static ConnectWorker start(
      Path dataDir,
      String bootstrapServers,
      Path pluginFolder,
      List<Path> secretFolders,
      String group) {
    var folder = PrivateFiles.folder(dataDir);
    return FreePorts.startOn(
        port ->
            new ConnectWorker(
                new ConnectSettings(
                    folder, bootstrapServers, pluginFolder, secretFolders, port, group)));
  }

  /** Where its REST API answers, without a slash at the end. */
  public URI restUri() {
    return URI.create("http://127.0.0.1:" + settings.port());
  }

  /** The worker's process, for fault tests. */
  public synchronized GuardedProcess process() {
    return process;
  }

  /** Stops it; connectors and offsets stay in the broker. Does nothing when stopped. */
  public synchronized void stop() {
    process.close();
  }

  /** Stops it where it runs and starts it again on the same port. */
  public synchronized void restart() {
    stop();
    process = launch();
  }

  @Override
  public void close() {
    stop();
  }

  private GuardedProcess launch() {
    var started =
        GuardedProcess.named("connect")
            .command(settings.command())
            .workingFolder(settings.folder())
            .log(settings.folder().resolve("connect.log"))
            .start();
    var health = new HttpCheck(URI.create(restUri() + "/health"));
    if (!Waiting.until(LIMIT, () -> health.succeeds() || !started.isAlive())
        || !started.isAlive()) {
      var failure = started.failure("its REST API does not answer at " + restUri());
      started.close();
      throw failure;
    }
    return started;
  }
}
