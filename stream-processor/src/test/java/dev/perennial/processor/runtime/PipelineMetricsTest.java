package dev.perennial.processor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.processor.topology.PipelineMetrics.EventOutcome;
import dev.perennial.processor.topology.PipelineMetrics.TickOutcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PipelineMetricsTest {

  private static final Instant NOW = Instant.parse("2026-01-24T09:00:00Z");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final MicrometerPipelineMetrics metrics =
      new MicrometerPipelineMetrics(registry, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void shouldCountAsLateWhatIsOlderThanTenMinutesWhenTheBrokerHasIt() {
    metrics.done(NOW.minusSeconds(600), NOW, NOW);
    assertThat(registry.counter("perennial.processor.events.late").count()).isZero();

    metrics.done(NOW.minusSeconds(601), NOW, NOW);
    assertThat(registry.counter("perennial.processor.events.late").count()).isEqualTo(1);
  }

  @Test
  void shouldMeasureFromTheReceiptOfAnEventUntilItIsDone() {
    metrics.done(NOW, NOW, NOW.minusMillis(250));

    assertThat(registry.timer("perennial.processor.latency").totalTime(TimeUnit.MILLISECONDS))
        .isEqualTo(250);
  }

  @Test
  void shouldTellTheLongestLagOfAllPartitions() {
    metrics.tick(0, TickOutcome.ACCEPTED, NOW.minusSeconds(5));
    metrics.tick(1, TickOutcome.ACCEPTED, NOW.minusSeconds(30));
    metrics.tick(1, TickOutcome.SKEWED, NOW);
    metrics.pass(0, Duration.ofMillis(12), Duration.ofSeconds(7));
    metrics.pass(1, Duration.ofMillis(30), Duration.ZERO);
    metrics.backlog(0, 3);
    metrics.backlog(1, 4);

    assertThat(gauge("tick.lag")).isEqualTo(30);
    assertThat(gauge("schedule.lag")).isEqualTo(7);
    assertThat(gauge("schedule.backlog")).isEqualTo(7);
    assertThat(registry.timer("perennial.processor.pass").totalTime(TimeUnit.MILLISECONDS))
        .isEqualTo(42);
  }

  @Test
  void shouldCountEventsAndTicksByOutcome() {
    metrics.event(EventOutcome.DEAD_LETTERED);
    metrics.tick(0, TickOutcome.NOT_LATER, NOW);
    metrics.derivationFailed();

    assertThat(registry.get("perennial.processor.events").tag("outcome", "dead_lettered").counter())
        .extracting(counter -> counter.count())
        .isEqualTo(1.0);
    assertThat(registry.get("perennial.processor.ticks").tag("outcome", "not_later").counter())
        .extracting(counter -> counter.count())
        .isEqualTo(1.0);
    assertThat(registry.counter("perennial.processor.derivations.failed").count()).isEqualTo(1);
  }

  private double gauge(String name) {
    return registry.get("perennial.processor." + name).gauge().value();
  }
}
