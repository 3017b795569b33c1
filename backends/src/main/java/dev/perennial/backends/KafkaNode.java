package dev.perennial.backends;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One broker of a {@link KafkaCluster}, its own process. */
public final class KafkaNode implements AutoCloseable {
  private final KafkaSettings settings;
  private final Path folder;
  private GuardedProcess process;

  KafkaNode(KafkaSettings settings, Path folder) {
    this.settings = settings;
    this.folder = folder;
    this.process = launch();
  }

  /** Its id in the cluster, from 1. */
  public int id() {
    return settings.node();
  }

  /** Host and port for clients on this machine. */
  public String address() {
    return "127.0.0.1:" + settings.port();
  }

  /** Its process, for what fault tests do to it. */
  public synchronized GuardedProcess process() {
    return process;
  }

  /** SIGKILL; returns when it is gone. */
  public synchronized void kill() {
    process.kill();
  }

  /**
   * Starts it again on the same ports with the same data; does nothing while it runs. Returns at
   * once: {@link KafkaCluster#awaitAll} waits.
   */
  public synchronized void restart() {
    if (!process.isAlive()) {
      process.close();
      process = launch();
    }
  }

  @Override
  public synchronized void close() {
    process.close();
  }

  private GuardedProcess launch() {
    return GuardedProcess.named("kafka-" + id())
        .command(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "kafka.Kafka",
                file().toString()))
        .workingFolder(folder)
        .log(folder.resolve("kafka.log"))
        .start();
  }

  private Path file() {
    Path file = folder.resolve("server.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      settings.asProperties().store(writer, null);
      return file;
    } catch (IOException e) {
      throw StartupFailure.because("kafka", e);
    }
  }
}
