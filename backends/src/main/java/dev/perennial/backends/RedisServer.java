package dev.perennial.backends;

import java.nio.file.Path;
import java.time.Duration;

/** A redis-server with a password; its data (append-only file) stays in the data folder. */
public final class RedisServer implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Path folder;
  private final int port;
  private final String password;
  private GuardedProcess process;

  private RedisServer(Path folder, int port) {
    this.folder = folder;
    this.port = port;
    this.password = PrivateFiles.secret(folder.resolve("password"));
    this.process = launch();
  }

  /** Starts on a free port; throws {@link StartupFailure}. */
  public static RedisServer start(Path dataDir) {
    return FreePorts.startOn(port -> start(dataDir, port));
  }

  /** Starts on the given port (1 to 65535); throws {@link StartupFailure}. */
  public static RedisServer start(Path dataDir, int port) {
    return new RedisServer(PrivateFiles.folder(dataDir), port);
  }

  /** {@code redis://:password@127.0.0.1:port}; a secret. */
  public String uri() {
    return "redis://:" + password + "@127.0.0.1:" + port;
  }

  /** The server's process, for fault tests. */
  public synchronized GuardedProcess process() {
    return process;
  }

  /** Stops it; the data stays. Does nothing when stopped. */
  public synchronized void stop() {
    process.close();
  }

  /** Stops it where it runs and starts it again on the same port with the same data. */
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
        GuardedProcess.named("redis")
            .command(RedisBinary.in(folder).toString(), configuration().toString())
            .workingFolder(folder)
            .log(folder.resolve("redis.log"))
            .start();
    var ping = new RedisPing(port, password);
    if (!Waiting.until(LIMIT, () -> ping.answers() || !started.isAlive()) || !started.isAlive()) {
      var failure = started.failure("it does not answer on port " + port);
      started.close();
      throw failure;
    }
    return started;
  }

  /** A file and not arguments, since those can be seen by every user of the machine. */
  private Path configuration() {
    return PrivateFiles.write(
        folder.resolve("redis.conf"),
        """
        bind 127.0.0.1
        port %d
        dir "%s"
        requirepass %s
        appendonly yes
        appendfsync everysec
        save ""
        """
            .formatted(port, folder, password));
  }
}
