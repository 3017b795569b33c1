package dev.perennial.processor.topology;

import static org.apache.kafka.common.serialization.Serdes.ByteArray;

import dev.perennial.contracts.topic.Topics;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * The whole pipeline. A partition of the events, the same partition of the clock, the copy of all
 * reference data that lies in it and all state of its subscribers are one task, so nothing
 * repartitions and order is each subscriber's own.
 */
public final class SubscriptionTopology {

  private final Topics topics;
  private final PipelineMetrics metrics;
  private final ErasureKey erasureKey;
  private final Limits limits;
  private final Mode mode;

  public SubscriptionTopology(
      Topics topics, PipelineMetrics metrics, Mode mode, ErasureKey erasureKey) {
    this(topics, metrics, mode, erasureKey, Limits.standard());
  }

  SubscriptionTopology(
      Topics topics, PipelineMetrics metrics, Mode mode, ErasureKey erasureKey, Limits limits) {
    this.mode = mode;
    this.erasureKey = erasureKey;
    this.limits = limits;
    this.topics = topics;
    this.metrics = metrics;
  }

  public Topology build() {
    var builder = new StreamsBuilder();
    StateStores.addTo(builder);

    var events =
        read(builder, Topics.SUBSCRIPTION_EVENTS)
            .process(() -> new Decode(ReadRecords::event), named("decode-events"));
    var references =
        read(builder, Topics.REFERENCE_DATA)
            .process(() -> new Decode(ReadRecords::reference), named("decode-reference-data"));
    var clock =
        read(builder, Topics.CLOCK_TICKS)
            .process(() -> new DecodeTicks(metrics), named("decode-ticks"));

    var changes =
        withAlerts(
                builder,
                events
                    .merge(clock, named("events-and-clock"))
                    .merge(references, named("and-reference-data")))
            // a tick becomes one piece of work for each subscription that is due
            .process(
                () -> new OpenTick(metrics, limits),
                named("open-tick"),
                StateStores.PARTITION,
                StateStores.SCHEDULE)
            // facts become state: what was said before, what is to be said now
            .process(
                () -> new FoldFacts(metrics, limits, mode, erasureKey),
                named("fold-facts"),
                StateStores.SUBSCRIPTIONS,
                StateStores.SUBSCRIBERS,
                StateStores.TENANTS,
                StateStores.RATES,
                StateStores.RATE_DAYS,
                StateStores.JOBS,
                StateStores.ERASURES,
                StateStores.TOTALS)
            // a total moves by the difference of old and new contributions
            .process(SumContributions::new, named("sum-contributions"), StateStores.TOTALS)
            // so does a tenant's month, which is told at a pass's end
            .process(
                () -> new SumTenants(limits),
                named("sum-tenants"),
                StateStores.TENANT_TOTALS,
                StateStores.CHANGED_TENANT_MONTHS)
            // one entry a subscription: its next moment
            .process(
                ScheduleMoments::new,
                named("schedule-moments"),
                StateStores.PARTITION,
                StateStores.SCHEDULE);

    // versions last: whatever leaves the partition is numbered in the order in which it leaves
    var outputs =
        changes.process(
            () -> new StampVersions(topics, mode), named("stamp-versions"), StateStores.PARTITION);
    write(outputs, Output.DocumentOut.class, "documents");
    write(outputs, Output.AlertOut.class, "alerts");
    write(outputs, Output.DeadLetterOut.class, "dead-letters");
    write(outputs, Output.ContinueOut.class, "continuations");
    return builder.build();
  }

  /** A replay learns what was raised; whoever raises alerts knows it from its own stores. */
  private KStream<byte[], Input> withAlerts(StreamsBuilder builder, KStream<byte[], Input> inputs) {
    return switch (mode) {
      case SERVING -> inputs;
      case REPLAY ->
          inputs.merge(
              read(builder, Topics.ALERTS).process(DecodeAlerts::new, named("decode-alerts")),
              named("and-alerts-raised"));
    };
  }

  private static KStream<byte[], byte[]> read(StreamsBuilder builder, String topic) {
    return builder.stream(topic, Consumed.with(ByteArray(), ByteArray()).withName("read-" + topic));
  }

  private static void write(
      KStream<byte[], Output> outputs, Class<? extends Output> kind, String name) {
    outputs
        .filter((key, output) -> kind.isInstance(output), named("only-" + name))
        .to(
            new ItsOwnTopic(),
            Produced.with(ByteArray(), new OutputSerde())
                .withStreamPartitioner(ownPartition())
                .withName("write-" + name));
  }

  /** What belongs to the task goes to its own partition; a dead letter's key decides its. */
  private static StreamPartitioner<byte[], Output> ownPartition() {
    return (topic, key, output, partitions) ->
        switch (output) {
          case Output.DocumentOut document -> Optional.of(Set.of(document.partition()));
          case Output.AlertOut alert -> Optional.of(Set.of(alert.partition()));
          case Output.ContinueOut request -> Optional.of(Set.of(request.partition()));
          case Output.DeadLetterOut deadLetter -> Optional.empty();
        };
  }

  private static Named named(String name) {
    return Named.as(name);
  }
}
