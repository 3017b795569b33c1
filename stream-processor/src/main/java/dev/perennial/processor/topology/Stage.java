package dev.perennial.processor.topology;

import static java.util.Objects.requireNonNull;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * One room of the pipeline. What it forwards has neither key nor headers: a message says itself
 * what it is about, and only the last stage makes records of messages.
 */
abstract class Stage<I, O> implements Processor<byte[], I, byte[], O> {

  private @Nullable ProcessorContext<byte[], O> context;
  private long timestamp;

  @Override
  public final void init(ProcessorContext<byte[], O> newContext) {
    context = newContext;
    open(newContext);
  }

  /** Where a stage takes its stores. */
  void open(ProcessorContext<byte[], O> newContext) {}

  @Override
  public final void process(Record<byte[], I> record) {
    timestamp = record.timestamp();
    handle(record.value());
  }

  abstract void handle(I message);

  final void forward(O message) {
    context().forward(new Record<>(null, message, timestamp, new RecordHeaders()));
  }

  final int partition() {
    return context().taskId().partition();
  }

  final ProcessorContext<byte[], O> context() {
    return requireNonNull(context, "A stage is used after it was opened");
  }
}
