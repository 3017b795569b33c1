package dev.perennial.processor.runtime;

import dev.perennial.processor.topology.PipelineMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * perennial.processor.events{outcome}, .events.late (older than ten minutes when the broker had
 * them), .latency (from ingest's receipt until all is done but the commit), .ticks{outcome},
 * .tick.lag (seconds since the last tick of the partition that waits longest), .pass (time of a
 * pass), .schedule.backlog (due entries left for another turn), .schedule.lag (seconds for which
 * what is left has been due) and .derivations.failed.
 */
final class MicrometerPipelineMetrics implements PipelineMetrics {

  private static final String PREFIX = "perennial.processor.";

  private static final Duration LATE = Duration.ofMinutes(10);

  private final MeterRegistry registry;
  private final Clock clock;
  private final Counter late;
  private final Timer latency;
  private final Timer pass;
  private final Map<Integer, Instant> lastTicks = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> backlogs = new ConcurrentHashMap<>();
  private final Map<Integer, Duration> lags = new ConcurrentHashMap<>();

  MicrometerPipelineMetrics(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    this.late = registry.counter(PREFIX + "events.late");
    this.latency = histogram("latency");
    this.pass = histogram("pass");
    registry.gauge(PREFIX + "tick.lag", lastTicks, ticks -> lag());
    registry.gauge(PREFIX + "schedule.lag", lags, MicrometerPipelineMetrics::longest);
    registry.gauge(
        PREFIX + "schedule.backlog",
        backlogs,
        entries -> entries.values().stream().mapToInt(Integer::intValue).sum());
  }

  private Timer histogram(String name) {
    return Timer.builder(PREFIX + name).publishPercentileHistogram().register(registry);
  }

  private static double longest(Map<Integer, Duration> lags) {
    return lags.values().stream().mapToLong(Duration::toMillis).max().orElse(0) / 1_000.0;
  }

  private double lag() {
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
  public void done(Instant time, Instant appendTime, Instant receivedAt) {
    if (time.plus(LATE).isBefore(appendTime)) {
      late.increment();
    }
    latency.record(Duration.between(receivedAt, clock.instant()));
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
  public void pass(int partition, Duration took, Duration lag) {
    pass.record(took);
    lags.put(partition, lag);
  }

  @Override
  public void derivationFailed() {
    registry.counter(PREFIX + "derivations.failed").increment();
  }

  private void count(String name, Enum<?> outcome) {
    registry.counter(PREFIX + name, "outcome", outcome.name().toLowerCase(Locale.ROOT)).increment();
  }
}
