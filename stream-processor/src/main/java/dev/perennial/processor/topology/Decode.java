package dev.perennial.processor.topology;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Reads records; what cannot be read becomes a rejection, never an exception. */
final class Decode implements Processor<byte[], byte[], byte[], Input> {

  private final Function<Origin, Input> how;
  private @Nullable ProcessorContext<byte[], Input> context;

  Decode(Function<Origin, Input> how) {
    this.how = how;
  }

  @Override
  public void init(ProcessorContext<byte[], Input> newContext) {
    context = newContext;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    requireNonNull(context).forward(record.withValue(how.apply(origin(record))));
  }

  private Origin origin(Record<byte[], byte[]> record) {
    RecordMetadata place = requireNonNull(context).recordMetadata().orElseThrow();
    return new Origin(
        place.topic(),
        place.partition(),
        place.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        record.key(),
        record.value(),
        record.headers());
  }
}
