package dev.perennial.standalone.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a platform is to be run.
 *
 * @param epoch of the projections, from 1
 * @param tenantId whose events are loaded
 * @param tickInterval between two ticks of the business clock
 * @param readyWithin how long one service may take to become ready
 * @param jvmFlags for each service, in front of the jar
 * @param settings Spring properties of one service, over those that the platform sets itself
 * @param clock this machine's
 */
public record PlatformOptions(
    int epoch,
    String tenantId,
    Duration tickInterval,
    Duration readyWithin,
    List<String> jvmFlags,
    Map<Service, Map<String, String>> settings,
    Clock clock) {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * Quick to start rather than quick at its peak; and carriers enough for virtual threads that are
   * pinned while they load classes: see {@link Threads}.
   */
  private static final List<String> DEVELOPMENT =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Djdk.virtualThreadScheduler.parallelism=16");

  public PlatformOptions {
    if (epoch < 1) {
      throw new IllegalArgumentException("Epochs start at 1");
    }
    jvmFlags = List.copyOf(jvmFlags);
    settings = Map.copyOf(settings);
  }

  /** Epoch 1, a tenant named demo, a tick a second. */
  public static PlatformOptions defaults() {
    return new PlatformOptions(
        1, "demo", Duration.ofSeconds(1), PATIENCE, DEVELOPMENT, Map.of(), Clock.systemUTC());
  }

  /** The same with one more Spring property for one service. */
  public PlatformOptions with(Service service, String property, String value) {
    Map<Service, Map<String, String>> more = new EnumMap<>(Service.class);
    more.putAll(settings);
    Map<String, String> own = new HashMap<>(settingsOf(service));
    own.put(property, value);
    more.put(service, Map.copyOf(own));
    return new PlatformOptions(epoch, tenantId, tickInterval, readyWithin, jvmFlags, more, clock);
  }

  /** The same for another epoch. */
  PlatformOptions of(int other) {
    return new PlatformOptions(
        other, tenantId, tickInterval, readyWithin, jvmFlags, settings, clock);
  }

  Map<String, String> settingsOf(Service service) {
    return settings.getOrDefault(service, Map.of());
  }
}
