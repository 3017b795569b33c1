package dev.perennial.processor.topology;

import static java.util.Objects.requireNonNull;

import dev.perennial.contracts.topic.Topics;
import dev.perennial.domain.event.Fact;
import dev.perennial.processor.state.PartitionMemory;
import dev.perennial.processor.topology.PipelineMetrics.EventOutcome;
import dev.perennial.processor.topology.PipelineMetrics.TickOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the partition's clock. Events pass with the time that is now; a tick opens a pass over the
 * subscriptions that are due.
 */
final class OpenTick extends Stage<Input, Work> {

  private static final Duration MOST_SKEW = Duration.ofMinutes(2);
  private static final int COUNTED_BACKLOG = 10_000;
  private static final Logger LOG = LoggerFactory.getLogger(OpenTick.class);

  private final PipelineMetrics metrics;
  private final Limits limits;
  private @Nullable PartitionStore memory;
  private @Nullable Schedule schedule;

  OpenTick(PipelineMetrics metrics, Limits limits) {
    this.metrics = metrics;
    this.limits = limits;
  }

  @Override
  void open(ProcessorContext<byte[], Work> context) {
    memory = new PartitionStore(context.getStateStore(StateStores.PARTITION));
    schedule = new Schedule(context.getStateStore(StateStores.SCHEDULE));
  }

  @Override
  void handle(Input input) {
    switch (input) {
      case Input.EventRead read -> {
        Instant now = noted(read.origin()).lastTick();
        forward(new Work.FactArrived(read.event(), read.origin(), now));
        Fact fact = read.event().fact();
        metrics.done(fact.time(), read.origin().appendTime(), fact.receivedAt());
      }
      case Input.ReferenceRead read ->
          forward(
              new Work.ReferenceArrived(read.event(), read.origin(), memory().get().lastTick()));
      case Input.Unreadable unreadable -> {
        if (unreadable.rejection().origin().topic().equals(Topics.SUBSCRIPTION_EVENTS)) {
          noted(unreadable.rejection().origin());
        }
        metrics.event(EventOutcome.DEAD_LETTERED);
        forward(unreadable.rejection());
      }
      case Input.AlertRead read ->
          forward(new Work.AlertTold(read.message(), memory().get().lastTick()));
      case Input.TickRead tick -> tick(tick);
      case Input.ContinueRead request -> pass(memory().get().lastTick());
    }
  }

  /** Watermarks tell of offsets of the events alone: other topics have offsets of their own. */
  private PartitionMemory noted(Origin origin) {
    return memory().update(before -> before.read(origin.offset(), origin.appendTime()));
  }

  private void tick(Input.TickRead tick) {
    TickOutcome outcome = judge(tick);
    metrics.tick(partition(), outcome, tick.appendTime());
    if (outcome == TickOutcome.ACCEPTED) {
      memory().update(before -> before.ticked(tick.appendTime()));
      pass(tick.appendTime());
    }
  }

  /** A late record of the clock is backlog, not skew: both of its times are old. */
  private TickOutcome judge(Input.TickRead tick) {
    Duration skew = Duration.between(tick.clock(), tick.appendTime()).abs();
    if (skew.compareTo(MOST_SKEW) > 0) {
      LOG.warn(
          "Tick of partition {} fires nothing: ticker and broker are {} apart", partition(), skew);
      return TickOutcome.SKEWED;
    }
    Instant last = memory().get().lastTick();
    return last != null && !tick.appendTime().isAfter(last)
        ? TickOutcome.NOT_LATER
        : TickOutcome.ACCEPTED;
  }

  private void pass(@Nullable Instant tick) {
    if (tick == null) {
      forward(new PassEnded(null, true));
      return;
    }
    long start = System.nanoTime();
    List<Schedule.Entry> due =
        schedule().first(limits.pass() + 1, memory().get().scheduledFrom(), tick);
    boolean complete = due.size() <= limits.pass();
    // Before the entries are worked on: they schedule anew, behind this bound.
    Instant from = complete ? tick.plusMillis(1) : due.getLast().moment();
    memory().update(before -> before.scheduledFrom(from));
    due.stream().limit(limits.pass()).forEach(entry -> open(entry, tick));
    metrics.backlog(
        partition(), complete ? 0 : schedule().first(COUNTED_BACKLOG, from, tick).size());
    forward(new PassEnded(tick, complete));
    Duration lag = complete ? Duration.ZERO : Duration.between(from, tick);
    metrics.pass(partition(), Duration.ofNanos(System.nanoTime() - start), lag);
  }

  private void open(Schedule.Entry entry, Instant tick) {
    schedule().remove(entry.moment(), entry.key());
    forward(new Work.MomentCame(entry.key(), tick));
  }

  private PartitionStore memory() {
    return requireNonNull(memory);
  }

  private Schedule schedule() {
    return requireNonNull(schedule);
  }
}
