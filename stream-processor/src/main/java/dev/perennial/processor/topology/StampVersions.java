package dev.perennial.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.alert.AlertCodec;
import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.contracts.alert.SubscriberErased;
import dev.perennial.contracts.projection.DocumentJson;
import dev.perennial.contracts.projection.ProjectionDocument;
import dev.perennial.contracts.projection.Watermark;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.processor.state.PartitionMemory;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of messages. Documents are numbered by one counter a partition that moves in the
 * same transaction, so versions only rise, whatever is killed when.
 */
final class StampVersions implements Processor<byte[], Change, byte[], Output> {

  private static final int SEQUENCE_BITS = 40;

  private final Topics topics;
  private final Mode mode;
  private @Nullable ProcessorContext<byte[], Output> context;
  private @Nullable PartitionStore memory;
  private long timestamp;

  StampVersions(Topics topics, Mode mode) {
    this.topics = topics;
    this.mode = mode;
  }

  @Override
  public void init(ProcessorContext<byte[], Output> newContext) {
    context = newContext;
    memory = new PartitionStore(newContext.getStateStore(StateStores.PARTITION));
  }

  @Override
  public void process(Record<byte[], Change> record) {
    timestamp = record.timestamp();
    switch (record.value()) {
      case Change.Told told -> told.documents().forEach(this::document);
      case Change.Erased erased -> alert(new SubscriberErased(erased.subscriber(), erased.floor()));
      case Change.Looked looked -> looked.alerts().forEach(this::alert);
      case Change.Derived derived -> {
        derived.documents().forEach(this::document);
        derived.alerts().forEach(this::alert);
      }
      case Rejection rejection -> reject(rejection);
      case PassEnded pass -> end(pass);
    }
  }

  private void document(ProjectionDocument document) {
    write(document.projection(), document.id(), document.content());
  }

  private void write(Projection projection, String id, BsonDocument content) {
    long sequence = memory().update(PartitionMemory::next).sequence();
    long version = ((long) topics.epoch() << SEQUENCE_BITS) + sequence;
    String json = DocumentJson.encode(DocumentJson.stamped(id, content, version, partition()));
    forward(
        id.getBytes(UTF_8),
        new Output.DocumentOut(topics.projection(projection), partition(), json.getBytes(UTF_8)),
        new RecordHeaders());
  }

  /** A replay says nothing, whatever the fold would: the serving epoch does. */
  private void alert(AlertMessage alert) {
    if (mode == Mode.REPLAY) {
      return;
    }
    forward(
        CompositeKey.of(alert.subscriber()).getBytes(UTF_8),
        new Output.AlertOut(Topics.ALERTS, partition(), AlertCodec.encode(alert)),
        AlertCodec.headers(alert));
  }

  private void reject(Rejection rejection) {
    Origin origin = rejection.origin();
    forward(
        origin.key(),
        new Output.DeadLetterOut(Topics.deadLettersOf(origin.topic()), origin.value()),
        DeadLetterHeaders.of(rejection));
    if (rejection.receipt() != null) {
      document(rejection.receipt());
    }
  }

  /** Freshness is told only when nothing of what it covers is left to do. */
  private void end(PassEnded pass) {
    Instant tick = pass.tick();
    if (!pass.complete()) {
      forward(
          null,
          new Output.ContinueOut(Topics.CLOCK_TICKS, partition(), Tick.encode(new Tick.Continue())),
          new RecordHeaders());
    } else if (tick != null) {
      for (Projection projection : Projection.values()) {
        watermark(projection, tick);
      }
    }
  }

  private void watermark(Projection projection, Instant tick) {
    PartitionMemory now = memory().get();
    Watermark watermark =
        new Watermark(projection, partition(), now.offset(), now.appendTime(), tick);
    write(projection, watermark.id(), watermark.content());
  }

  private void forward(byte @Nullable [] key, Output output, Headers headers) {
    requireNonNull(context).forward(new Record<>(key, output, timestamp, headers));
  }

  private int partition() {
    return requireNonNull(context).taskId().partition();
  }

  private PartitionStore memory() {
    return requireNonNull(memory);
  }
}
