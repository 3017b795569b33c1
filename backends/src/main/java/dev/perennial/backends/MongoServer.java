package dev.perennial.backends;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A one-member MongoDB replica set with sign-in.
 *
 * <p>Where it comes from, first match: a URI that is given (system property or environment variable
 * {@value #URI_SETTING}); a {@code mongod} on the PATH or in {@code .tools/}, which is provisioned
 * on Linux x86-64; a container where Docker runs; else a {@link StartupFailure} that says how to
 * get one.
 */
public final class MongoServer implements AutoCloseable {
  /** Names the setting for a server that runs elsewhere. */
  public static final String URI_SETTING = "PERENNIAL_MONGODB_URI";

  private final MongoSource source;

  private MongoServer(MongoSource source) {
    this.source = source;
  }

  /** Starts on a free port (the last one where it is free); throws {@link StartupFailure}. */
  public static MongoServer start(Path dataDir, Progress progress) {
    return new MongoServer(MongoSource.start(dataDir, Optional.empty(), progress));
  }

  /** Starts on the given port (1 to 65535); throws {@link StartupFailure}. */
  public static MongoServer start(Path dataDir, int port, Progress progress) {
    return new MongoServer(MongoSource.start(dataDir, Optional.of(port), progress));
  }

  /** {@code mongodb://user:password@127.0.0.1:port/?replicaSet=rs0&authSource=admin}; a secret. */
  public String uri() {
    return source.uri();
  }

  /** The server's process, for fault tests; empty where it is not ours. */
  public Optional<GuardedProcess> process() {
    return source.process();
  }

  /** Stops it; the data stays. A server that is not ours is left alone. */
  public void stop() {
    source.stop();
  }

  /** Stops it where it runs and starts it again, same port and data; leaves others' alone. */
  public void restart() {
    source.stop();
    source.launch();
  }

  @Override
  public void close() {
    source.stop();
  }
}
