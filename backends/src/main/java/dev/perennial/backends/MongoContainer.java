package dev.perennial.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.BindMode;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.IsRunningStartupCheckStrategy;

/**
 * MongoDB in a container: for platforms that no {@code mongod} can be fetched for.
 *
 * <p>Testcontainers, an optional dependency, ends the container when this JVM is gone. The server
 * runs as the owner of the data folder, which therefore looks just as a local mongod would leave
 * it.
 */
final class MongoContainer implements MongoSource {
  private static final String IMAGE = "mongo:8.0";
  private static final String MOUNT = "/perennial";
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final MongoFolder folder;
  private final ReplicaSet replicaSet;
  private @Nullable GenericContainer<?> container;

  MongoContainer(MongoFolder folder, int port) {
    this.folder = folder;
    this.replicaSet = folder.replicaSetOn(port);
  }

  /** Whether a Docker engine answers; a {@link LinkageError} where Testcontainers is missing. */
  static boolean isPossible() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  @Override
  public String uri() {
    return replicaSet.uri();
  }

  @Override
  public Optional<GuardedProcess> process() {
    return Optional.empty();
  }

  @Override
  public synchronized void stop() {
    if (container != null) {
      container.stop();
    }
  }

  @Override
  public synchronized void launch() {
    var next = describe();
    try {
      next.start();
      replicaSet.awaitPrimary(LIMIT, next::isRunning);
    } catch (RuntimeException e) {
      var lines = next.getContainerId() == null ? "" : next.getLogs();
      next.stop();
      throw new StartupFailure(
          "mongodb", String.valueOf(e.getMessage()), lines.lines().toList(), e);
    }
    container = next;
  }

  private GenericContainer<?> describe() {
    int port = replicaSet.port();
    var described =
        new GenericContainer<>(IMAGE)
            .withFileSystemBind(folder.path().toString(), MOUNT, BindMode.READ_WRITE)
            .withEnv("MONGO_INITDB_ROOT_USERNAME", replicaSet.user())
            .withEnv("MONGO_INITDB_ROOT_PASSWORD_FILE", MOUNT + "/password")
            .withStartupCheckStrategy(new IsRunningStartupCheckStrategy())
            .withCreateContainerCmdModifier(command -> command.withUser(owner()))
            .withCommand(command().toArray(String[]::new));
    // The same port in and out: a member of a replica set must find itself under its own name.
    described.setPortBindings(List.of("127.0.0.1:" + port + ":" + port));
    return described;
  }

  private List<String> command() {
    var data = MOUNT + "/" + folder.path().relativize(folder.data());
    var key = MOUNT + "/" + folder.path().relativize(folder.keyFile());
    return List.of(
        "mongod",
        "--bind_ip_all",
        "--dbpath=" + data,
        "--port=" + replicaSet.port(),
        "--replSet=" + ReplicaSet.NAME,
        "--keyFile=" + key,
        "--oplogSize=256",
        "--wiredTigerCacheSizeGB=0.25");
  }

  private String owner() {
    try {
      return Files.getAttribute(folder.path(), "unix:uid").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
