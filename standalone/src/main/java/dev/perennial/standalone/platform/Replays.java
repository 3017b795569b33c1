package dev.perennial.standalone.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Epochs that are built beside the serving one: their stream processors, and which epoch the
 * platform looks at.
 */
public final class Replays implements AutoCloseable {

  private static final String REPLAY = "perennial.processor.replay";

  private final Path home;
  private final Path data;
  private final PlatformOptions options;
  private final Parts parts;
  private final List<ServiceProcess> processors = new ArrayList<>();
  private int epoch;
  private BusinessClock clock;

  Replays(Path home, Path data, PlatformOptions options, Parts parts) {
    this.home = home;
    this.data = data;
    this.options = options;
    this.parts = parts;
    this.epoch = options.epoch();
    this.clock =
        new BusinessClock(Objects.requireNonNull(parts.services().get(Service.STREAM_PROCESSOR)));
  }

  int epoch() {
    return epoch;
  }

  BusinessClock clock() {
    return clock;
  }

  /** Where the sinks' secrets are on this machine. */
  public Path connectorSecrets() {
    return data.resolve(Assembly.SECRETS);
  }

  /**
   * Starts a stream processor that builds an epoch beside the one that serves. Topics, collections
   * and connectors of that epoch must be there.
   *
   * @return it, ready
   */
  public ServiceProcess start(int newEpoch) {
    PlatformOptions its = options.of(newEpoch);
    Service service = Service.STREAM_PROCESSOR;
    ServiceProcess process =
        new ServiceProcess(
                service,
                home,
                ServiceSettings.processorFolder(data, newEpoch),
                its,
                settings(its).of(service))
            .set(REPLAY, "true");
    processors.add(process);
    process.start();
    return process;
  }

  /**
   * Restarts such a processor so that it raises alerts. From now on the platform waits for the
   * documents of its epoch and compares them, and its clock is this processor's, and stands still.
   */
  public void serve(int newEpoch, ServiceProcess processor) {
    processor.set(REPLAY, null).restart();
    epoch = newEpoch;
    clock = new BusinessClock(processor);
  }

  private ServiceSettings settings(PlatformOptions its) {
    return new ServiceSettings(
        parts.kafka().bootstrapServers(),
        parts.mongoServer().uri(),
        parts.redisServer().uri(),
        parts.mail().port(),
        parts.mailApi().url(),
        data,
        its);
  }

  @Override
  public void close() {
    Shutdown.quietly(processors);
  }
}
