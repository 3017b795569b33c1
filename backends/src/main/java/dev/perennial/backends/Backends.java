package dev.perennial.backends;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A set of backends in one data folder, each started when it is first asked for. */
public final class Backends implements AutoCloseable {
  private final Started<KafkaBroker> kafka;
  private final Started<MongoServer> mongodb;
  private final Started<RedisServer> redis;
  private final Started<MailServer> mail;
  private final Path folder;
  private final Map<Path, ConnectWorker> workers = new HashMap<>();

  /** Nothing starts yet; the folder is made when needed. */
  public Backends(Path folder, Progress progress) {
    this.kafka = new Started<>(() -> KafkaBroker.start(folder.resolve("kafka")));
    this.mongodb = new Started<>(() -> MongoServer.start(folder.resolve("mongodb"), progress));
    this.redis = new Started<>(() -> RedisServer.start(folder.resolve("redis")));
    this.mail = new Started<>(() -> MailServer.start(folder.resolve("mail")));
    this.folder = folder;
  }

  /** The broker. */
  public KafkaBroker kafka() {
    return kafka.get();
  }

  /** The document store. */
  public MongoServer mongodb() {
    return mongodb.get();
  }

  /** The key-value store. */
  public RedisServer redis() {
    return redis.get();
  }

  /** The mail server. */
  public MailServer mail() {
    return mail.get();
  }

  /**
   * A Connect worker on this set's broker, one for each plug-in folder.
   *
   * @param pluginFolder see {@link ConnectWorker#start}
   * @param secretFolders counted only when the worker starts, which is on the first call
   */
  public ConnectWorker connect(Path pluginFolder, Path... secretFolders) {
    synchronized (workers) {
      return workers.computeIfAbsent(
          pluginFolder.toAbsolutePath().normalize(),
          plugins ->
              ConnectWorker.start(
                  folder.resolve("connect-" + workers.size()),
                  kafka().bootstrapServers(),
                  plugins,
                  List.of(secretFolders),
                  "perennial-connect-" + workers.size()));
    }
  }

  /**
   * Starts what is named, side by side, and returns when all answer; throws {@link StartupFailure}.
   */
  public void start(Backend... wanted) {
    var starts =
        Arrays.stream(wanted)
            .map(
                backend ->
                    CompletableFuture.runAsync(() -> start(backend), Thread::startVirtualThread))
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(starts).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void start(Backend backend) {
    switch (backend) {
      case KAFKA -> kafka();
      case MONGODB -> mongodb();
      case REDIS -> redis();
      case MAIL -> mail();
    }
  }

  /** Stops whatever runs, what depends on others first; the data stays. */
  @Override
  public void close() {
    synchronized (workers) {
      workers.values().forEach(ConnectWorker::close);
      workers.clear();
    }
    mail.close();
    redis.close();
    mongodb.close();
    kafka.close();
  }
}
