package dev.perennial.backends;

import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka broker in KRaft mode inside this JVM; topics and offsets stay in the data folder.
 *
 * <p>Topics are never made automatically. A broker that loses its data folder while it runs halts
 * the JVM: that is Kafka's own choice.
 */
public final class KafkaBroker implements AutoCloseable {
  private final KafkaSettings settings;
  private @Nullable KafkaRaftServer server;

  private KafkaBroker(KafkaSettings settings) {
    this.settings = settings;
  }

  /** Starts on a free port; throws {@link StartupFailure}. */
  public static KafkaBroker start(Path dataDir) {
    return FreePorts.startOn(port -> start(dataDir, port));
  }

  /** Starts on the given port (1 to 65535); throws {@link StartupFailure}. */
  public static KafkaBroker start(Path dataDir, int port) {
    var settings =
        KafkaSettings.alone(PrivateFiles.folder(dataDir).resolve("log"), port, FreePorts.next());
    var broker = new KafkaBroker(settings);
    settings.format(Uuid.randomUuid().toString());
    broker.restart();
    return broker;
  }

  /** Host and port for clients on this machine. */
  public String bootstrapServers() {
    return "127.0.0.1:" + settings.port();
  }

  /** Stops it in good order; clients see a broker that is gone. Does nothing when stopped. */
  public synchronized void stop() {
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
      server = null;
    }
  }

  /** Stops it where it runs and starts it again on the same port with the same data. */
  public synchronized void restart() {
    stop();
    var next = new KafkaRaftServer(new KafkaConfig(settings.asProperties()), Time.SYSTEM);
    try {
      next.startup();
    } catch (RuntimeException e) {
      next.shutdown();
      throw StartupFailure.because("kafka", e);
    }
    server = next;
  }

  @Override
  public void close() {
    stop();
  }
}
