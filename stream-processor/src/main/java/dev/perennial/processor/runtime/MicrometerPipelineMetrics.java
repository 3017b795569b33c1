package dev.perennial.processor.runtime;

import dev.perennial.processor.topology.PipelineMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * perennial.processor.events{outcome}, .ticks{outcome}, .tick.lag (seconds since the last tick of
 * the partition that waits longest), .schedule.backlog (due entries left for another turn) and
 * .derivations.failed.
 */
final class MicrometerPipelineMetrics implements PipelineMetrics {

  private static final String PREFIX = "perennial.processor.";

  private final MeterRegistry registry;
  private final Map<Integer, Instant> lastTicks = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> backlogs = new ConcurrentHashMap<>();

  MicrometerPipelineMetrics(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    registry.gauge(PREFIX + "tick.lag", lastTicks, ticks -> lag(clock));
    registry.gauge(
        PREFIX + "schedule.backlog",
        backlogs,
        entries -> entries.values().stream().mapToInt(Integer::intValue).sum());
  }

  private double lag(Clock clock) {
    return lastTicks.values().stream()
        .min(Instant::compareTo)
        .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1_000.0)
        .orElse(0.0);
  }

  @Override
  public void event(EventOutcome outcome) {
    count("events", outcome);
  }

  @Override
  public void tick(int partition, TickOutcome outcome, Instant appendTime) {
    count("ticks", outcome);
    if (outcome == TickOutcome.ACCEPTED) {
      lastTicks.put(partition, appendTime);
    }
  }

  @Override
  public void backlog(int partition, int entries) {
    backlogs.put(partition, entries);
  }

  @Override
  public void derivationFailed() {
    registry.counter(PREFIX + "derivations.failed").increment();
  }

  private void count(String name, Enum<?> outcome) {
    registry.counter(PREFIX + name, "outcome", outcome.name().toLowerCase(Locale.ROOT)).increment();
  }
}
