package dev.perennial.processor.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Keeps what the pipeline counted. */
final class CountedMetrics implements PipelineMetrics {

  final List<EventOutcome> events = new ArrayList<>();
  final List<TickOutcome> ticks = new ArrayList<>();
  final List<Duration> lags = new ArrayList<>();
  final List<Instant> done = new ArrayList<>();
  final List<Integer> backlogs = new ArrayList<>();
  int failed;

  @Override
  public void event(EventOutcome outcome) {
    events.add(outcome);
  }

  @Override
  public void done(Instant time, Instant appendTime, Instant receivedAt) {
    done.add(time);
  }

  @Override
  public void tick(int partition, TickOutcome outcome, Instant appendTime) {
    ticks.add(outcome);
  }

  @Override
  public void backlog(int partition, int entries) {
    backlogs.add(entries);
  }

  @Override
  public void pass(int partition, Duration took, Duration lag) {
    lags.add(lag);
  }

  @Override
  public void derivationFailed() {
    failed++;
  }
}
