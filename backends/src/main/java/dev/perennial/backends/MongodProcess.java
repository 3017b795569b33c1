package dev.perennial.backends;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@code mongod} of our own under a guardian. */
final class MongodProcess implements MongoSource {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Path binary;
  private final Path folder;
  private final ReplicaSet replicaSet;
  private @Nullable GuardedProcess process;

  private MongodProcess(Path binary, Path folder, int port) {
    this.binary = binary;
    this.folder = folder;
    this.replicaSet =
        new ReplicaSet(port, "perennial", PrivateFiles.secret(folder.resolve("password")));
    launch();
  }

  static MongodProcess start(
      Path binary, Path folder, Optional<Integer> wanted, Progress progress) {
    progress.report("mongodb", "starting");
    var remembered = folder.resolve("port");
    var server =
        wanted
            .or(() -> lastPort(remembered))
            .map(port -> new MongodProcess(binary, folder, port))
            .orElseGet(() -> FreePorts.startOn(port -> new MongodProcess(binary, folder, port)));
    PrivateFiles.write(remembered, Integer.toString(server.replicaSet.port()));
    return server;
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
    var started =
        GuardedProcess.named("mongodb")
            .command(command())
            .log(folder.resolve("mongod.log"))
            .start();
    try {
      replicaSet.awaitPrimary(LIMIT, started::isAlive);
    } catch (RuntimeException e) {
      started.close();
      throw started.failure(String.valueOf(e.getMessage()));
    }
    process = started;
  }

  private List<String> command() {
    var data = PrivateFiles.folder(folder.resolve("db"));
    return List.of(
        binary.toString(),
        "--dbpath=" + data,
        "--bind_ip=127.0.0.1",
        "--port=" + replicaSet.port(),
        "--replSet=" + ReplicaSet.NAME,
        "--keyFile=" + keyFile(),
        "--oplogSize=256",
        "--wiredTigerCacheSizeGB=0.25",
        "--nounixsocket",
        "--setParameter=diagnosticDataCollectionEnabled=false",
        // Nobody is left to take over: do not wait 15 s for it when asked to stop.
        "--setParameter=shutdownTimeoutMillisForSignaledShutdown=100");
  }

  private Path keyFile() {
    var file = folder.resolve("key");
    // Members of a set prove themselves with it; base 64 in its plain alphabet is all it may hold.
    if (!Files.exists(file)) {
      PrivateFiles.write(
          file, PrivateFiles.secret(folder.resolve("key-seed")).replaceAll("[-_]", "A"));
    }
    return file;
  }

  private static Optional<Integer> lastPort(Path remembered) {
    return Optional.of(remembered)
        .filter(Files::exists)
        .map(file -> Integer.parseInt(PrivateFiles.read(file)))
        .filter(FreePorts::isFree);
  }
}
