package dev.perennial.benchmarks;

import static org.apache.kafka.common.serialization.Serdes.ByteArray;

import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.domain.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Events per second of the whole topology over a topic that is full already, against a bare count
 * of the same events: the same broker, the same guarantee, the same commit interval, in turn.
 */
final class Throughput {

  private static final int PARTITIONS = 4;
  private static final int THREADS = 2;
  private static final int PAYMENTS = 6;
  private static final double WARM_UP = 0.2;

  private final Results results;
  private int epoch;

  Throughput(Results results) {
    this.results = results;
  }

  void run(int subscriptions, int rounds) throws Exception {
    results.machine();
    try (Rig rig = new Rig()) {
      rig.create(new Topics(PARTITIONS, 1));
      List<Event> load = load(subscriptions);
      rig.produce(load.stream().map(EventRecordCodec::encode));

      List<Stretch.Cost> ours = new ArrayList<>();
      List<Stretch.Cost> bare = new ArrayList<>();
      List<String> raw =
          new ArrayList<>(
              List.of("round,events,topology_per_s,count_per_s,topology_cpu_us,count_cpu_us"));
      topology(rig, load.size(), false);
      count(rig, load.size());
      for (int round = 1; round <= rounds; round++) {
        ours.add(topology(rig, load.size(), false));
        bare.add(count(rig, load.size()));
        raw.add(
            Results.format(
                "%d,%d,%.0f,%.0f,%.0f,%.0f",
                round,
                load.size(),
                ours.getLast().perSecond(),
                bare.getLast().perSecond(),
                ours.getLast().processMicros(),
                bare.getLast().processMicros()));
      }
      results.write("rounds.csv", raw);
      results.write("summary.csv", summary(ours, bare));
      topology(rig, load.size(), true);
    }
  }

  /** By months, as an upstream would send them: not one subscription after the other. */
  static List<Event> load(int subscriptions) {
    List<List<Event>> stories = new ArrayList<>();
    for (int number = 0; number < subscriptions; number++) {
      stories.add(new Story(number).events(PAYMENTS));
    }
    List<Event> load = new ArrayList<>();
    for (int place = 0; place < stories.getFirst().size(); place++) {
      // The zone comes once a subscriber, the rest once a subscription.
      for (int number = 0; number < subscriptions; number += place == 0 ? 4 : 1) {
        load.add(stories.get(number).get(place));
      }
    }
    return load;
  }

  private Stretch.Cost topology(Rig rig, int events, boolean looked) throws Exception {
    epoch++;
    Topics topics = new Topics(PARTITIONS, epoch);
    rig.create(topics);
    Stretch stretch = new Stretch((long) (events * WARM_UP), events);
    Topology topology = Rig.topology(topics, new Probe(stretch));
    String application = "topology-" + epoch;
    try (Profile profile = looked ? Profile.begun() : null;
        KafkaStreams streams = new KafkaStreams(topology, rig.streams(application, THREADS))) {
      streams.start();
      Stretch.Cost cost = stretch.cost();
      if (profile != null) {
        results.write("profile.csv", profile.ended());
        results.write("state.csv", new StateSize(rig, streams, application).measured(events));
      }
      return cost;
    }
  }

  private Stretch.Cost count(Rig rig, int events) throws Exception {
    epoch++;
    String counts = "counts-" + epoch;
    rig.create(List.of(new NewTopic(counts, PARTITIONS, (short) 1)));
    Stretch stretch = new Stretch((long) (events * WARM_UP), events);
    String application = "count-" + epoch;
    try (KafkaStreams streams =
        new KafkaStreams(bareCount(counts, stretch), rig.streams(application, THREADS))) {
      streams.start();
      return stretch.cost();
    }
  }

  private static Topology bareCount(String counts, Stretch stretch) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(Topics.SUBSCRIPTION_EVENTS, Consumed.with(ByteArray(), ByteArray()))
        .peek((key, value) -> stretch.one())
        .groupByKey(Grouped.with(ByteArray(), ByteArray()))
        .count(
            Materialized.<byte[], Long, KeyValueStore<Bytes, byte[]>>as("counts")
                .withKeySerde(ByteArray())
                .withValueSerde(Serdes.Long()))
        .toStream()
        .to(counts, Produced.with(ByteArray(), Serdes.Long()));
    return builder.build();
  }

  private static List<String> summary(List<Stretch.Cost> ours, List<Stretch.Cost> bare) {
    return List.of(
        "what,min,median,max",
        "topology events/s," + spread(ours, Stretch.Cost::perSecond).csv("%.0f"),
        "bare count events/s," + spread(bare, Stretch.Cost::perSecond).csv("%.0f"),
        "count per topology," + ratios(bare, ours, Stretch.Cost::perSecond).csv("%.2f"),
        "topology us of processor," + spread(ours, Stretch.Cost::processMicros).csv("%.0f"),
        "bare count us of processor," + spread(bare, Stretch.Cost::processMicros).csv("%.0f"),
        "topology per count," + ratios(ours, bare, Stretch.Cost::processMicros).csv("%.2f"));
  }

  private static Spread spread(List<Stretch.Cost> costs, ToDoubleFunction<Stretch.Cost> figure) {
    return Spread.of(costs.stream().mapToDouble(figure).boxed().toList());
  }

  /** Round by round: what lies close in time had the same machine. */
  private static Spread ratios(
      List<Stretch.Cost> of, List<Stretch.Cost> to, ToDoubleFunction<Stretch.Cost> figure) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < of.size(); round++) {
      ratios.add(figure.applyAsDouble(of.get(round)) / figure.applyAsDouble(to.get(round)));
    }
    return Spread.of(ratios);
  }
}
