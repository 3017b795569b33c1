package dev.perennial.backends;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@code mongod} of our own under a guardian. */
final class MongodProcess implements MongoSource {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Path binary;
  private final MongoFolder folder;
  private final ReplicaSet replicaSet;
  private @Nullable GuardedProcess process;

  MongodProcess(Path binary, MongoFolder folder, int port) {
    this.binary = binary;
    this.folder = folder;
    this.replicaSet = folder.replicaSetOn(port);
  }

  @Override
  public String uri() {
    return replicaSet.uri();
  }

  @Override
  public synchronized Optional<GuardedProcess> process() {
    return Optional.ofNullable(process);
  }

  @Override
  public synchronized void stop() {
    if (process != null) {
      process.close();
    }
  }

  @Override
  public synchronized void launch() {
    var started = GuardedProcess.named("mongodb").command(command()).log(folder.log()).start();
    try {
      replicaSet.awaitPrimary(LIMIT, started::isAlive);
    } catch (RuntimeException e) {
      started.close();
      throw started.failure(String.valueOf(e.getMessage()));
    }
    process = started;
  }

  private List<String> command() {
    return List.of(
        binary.toString(),
        "--dbpath=" + folder.data(),
        "--bind_ip=127.0.0.1",
        "--port=" + replicaSet.port(),
        "--replSet=" + ReplicaSet.NAME,
        "--keyFile=" + folder.keyFile(),
        "--oplogSize=256",
        "--wiredTigerCacheSizeGB=0.25",
        "--nounixsocket",
        "--setParameter=diagnosticDataCollectionEnabled=false",
        // Nobody is left to take over: do not wait 15 s for it when asked to stop.
        "--setParameter=shutdownTimeoutMillisForSignaledShutdown=100");
  }
}
