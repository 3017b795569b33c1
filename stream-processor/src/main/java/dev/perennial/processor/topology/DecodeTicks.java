package dev.perennial.processor.topology;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Reads the clock. A tick that cannot be read tells nobody anything, so it is counted and left: the
 * next one comes in seconds.
 */
final class DecodeTicks implements Processor<byte[], byte[], byte[], Input> {

  private final PipelineMetrics metrics;
  private @Nullable ProcessorContext<byte[], Input> context;

  DecodeTicks(PipelineMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public void init(ProcessorContext<byte[], Input> newContext) {
    context = newContext;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Instant appendTime = Instant.ofEpochMilli(record.timestamp());
    switch (Tick.decode(record.value())) {
      case Tick.Clock tick -> forward(record, new Input.TickRead(tick.clock(), appendTime));
      case Tick.Continue request -> forward(record, new Input.ContinueRead());
      case Tick.Unreadable unreadable ->
          metrics.tick(
              requireNonNull(context).taskId().partition(),
              PipelineMetrics.TickOutcome.UNREADABLE,
              appendTime);
    }
  }

  private void forward(Record<byte[], byte[]> record, Input input) {
    requireNonNull(context).forward(record.withValue(input));
  }
}
