package dev.perennial.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.processor.topology.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;

/**
 * What an event costs beside 10,000 subscriptions and beside very many, on one partition and one
 * thread; then what a tick costs where as many entries are scheduled.
 */
final class Scale {

  private static final int SMALL = 10_000;
  private static final int WARM_UP = 1_500;
  private static final int EVENTS = 9_000;
  private static final int TICKS = 100;

  /** Prime to every number of subscriptions that is used, so that steps of it meet each once. */
  private static final long STEP = 7_368_787;

  private final Results results;
  private int epoch;

  Scale(Results results) {
    this.results = results;
  }

  void run(int large, int rounds) throws Exception {
    results.machine();
    try (Rig rig = new Rig()) {
      rig.create(new Topics(1, 1));
      List<Double> few = new ArrayList<>();
      List<Double> many = new ArrayList<>();
      List<String> raw =
          new ArrayList<>(
              List.of("round,subscriptions,us_on_the_clock,us_of_thread,us_of_process"));
      Preloaded crowd = preloaded(rig, large);
      cost(rig, preloaded(rig, SMALL), 0);
      cost(rig, crowd, 0);
      for (int round = 1; round <= rounds; round++) {
        few.add(noted(raw, round, SMALL, cost(rig, preloaded(rig, SMALL), 0)));
        many.add(noted(raw, round, large, cost(rig, crowd, round)));
      }
      results.write("rounds.csv", raw);
      results.write(
          "summary.csv",
          List.of(
              "us of the thread's processor time per event,min,median,max",
              Results.format("at %d,%s", SMALL, Spread.of(few).csv("%.0f")),
              Results.format("at %d,%s", large, Spread.of(many).csv("%.0f")),
              Results.format(
                  "ratio of medians,,%.2f,", Spread.of(many).at(0.5) / Spread.of(few).at(0.5))));
      passes(rig, crowd);
    }
  }

  private static double noted(List<String> raw, int round, int size, Stretch.Cost cost) {
    raw.add(
        Results.format(
            "%d,%d,%.0f,%.0f,%.0f",
            round, size, 1e6 / cost.perSecond(), cost.threadMicros(), cost.processMicros()));
    return cost.threadMicros();
  }

  private Preloaded preloaded(Rig rig, int subscriptions) throws Exception {
    epoch++;
    rig.create(new Topics(1, epoch));
    Preloaded preloaded = new Preloaded("scale-" + epoch, epoch, subscriptions);
    preloaded.write(rig);
    return preloaded;
  }

  /** Every event is the next payment of another subscription, spread over all there are. */
  private static Stretch.Cost cost(Rig rig, Preloaded state, int slice) throws Exception {
    rig.skipToEnd(state.application(), 1);
    rig.produce(
        IntStream.range(slice * EVENTS, (slice + 1) * EVENTS)
            .map(place -> (int) (place * STEP % state.subscriptions()))
            .mapToObj(number -> EventRecordCodec.encode(new Story(number).paid(0))));
    Stretch stretch = new Stretch(WARM_UP, EVENTS);
    KafkaStreams streams = started(rig, state, new Probe(stretch));
    try {
      return stretch.cost();
    } finally {
      leave(streams);
    }
  }

  /** A group that still has its member's name has no offsets that can be moved. */
  private static void leave(KafkaStreams streams) {
    streams.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
  }

  private static KafkaStreams started(Rig rig, Preloaded state, Probe probe) {
    var topology = Rig.topology(new Topics(1, state.epoch()), probe);
    KafkaStreams streams = new KafkaStreams(topology, rig.streams(state.application(), 1));
    streams.start();
    return streams;
  }

  private void passes(Rig rig, Preloaded state) throws Exception {
    rig.skipToEnd(state.application(), 1);
    Probe probe = new Probe(new Stretch(1, 1));
    List<Probe.Pass> idle = new ArrayList<>();
    List<Probe.Pass> full = new ArrayList<>();
    KafkaStreams streams = started(rig, state, probe);
    try {
      backlog(rig, probe);
      for (int minute = 1; minute <= TICKS; minute++) {
        Instant due = Preloaded.CLOCK.plus(Duration.ofMinutes(minute));
        full.add(pass(rig, probe, due));
        idle.add(pass(rig, probe, due.plusSeconds(1)));
      }
    } finally {
      leave(streams);
    }
    List<String> raw = new ArrayList<>(List.of("tick,full_ms,full_cpu_ms,idle_ms,idle_cpu_ms"));
    for (int tick = 0; tick < TICKS; tick++) {
      raw.add(
          Results.format(
              "%d,%.3f,%.3f,%.3f,%.3f",
              tick + 1,
              full.get(tick).millis(),
              full.get(tick).cpuMillis(),
              idle.get(tick).millis(),
              idle.get(tick).cpuMillis()));
    }
    results.write("passes-raw.csv", raw);
    results.write(
        "passes.csv",
        List.of(
            "pass,scheduled,p50_ms,p99_ms,cpu_p50_ms,cpu_p99_ms",
            Results.format(
                "up to %d due,%d,%s",
                Preloaded.DUE_AT_ONCE, state.subscriptions(), percentiles(full)),
            Results.format("none due,%d,%s", state.subscriptions(), percentiles(idle))));
  }

  /** What the rounds have changed is looked at by the next tick: until nothing of it is left. */
  private static void backlog(Rig rig, Probe probe) throws InterruptedException {
    send(rig, Preloaded.CLOCK.plusSeconds(1));
    while (probe.nextPass().left() > 0) {
      // The next pass has been asked for already.
    }
  }

  private static String percentiles(List<Probe.Pass> passes) {
    Spread clock = Spread.of(passes.stream().map(Probe.Pass::millis).toList());
    Spread cpu = Spread.of(passes.stream().map(Probe.Pass::cpuMillis).toList());
    return Results.format(
        "%.3f,%.3f,%.3f,%.3f", clock.at(0.5), clock.at(0.99), cpu.at(0.5), cpu.at(0.99));
  }

  private static Probe.Pass pass(Rig rig, Probe probe, Instant time) throws InterruptedException {
    send(rig, time);
    return probe.nextPass();
  }

  private static void send(Rig rig, Instant time) {
    byte[] tick = Tick.encode(new Tick.Clock(time));
    rig.produce(
        Stream.of(
            new ProducerRecord<>(
                Topics.CLOCK_TICKS, 0, time.toEpochMilli(), "0".getBytes(UTF_8), tick)));
  }
}
