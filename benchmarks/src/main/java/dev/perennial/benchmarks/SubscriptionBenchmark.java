package dev.perennial.benchmarks;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.alert.RaisedAlerts;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.fold.Derivation;
import dev.perennial.domain.fold.FactLog;
import dev.perennial.domain.fold.FactStatus;
import dev.perennial.domain.fold.Payment;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.fold.SubscriptionView;
import dev.perennial.processor.state.MemoryFormat;
import dev.perennial.processor.state.StoredFact;
import dev.perennial.processor.state.StoredFacts;
import dev.perennial.processor.state.SubscriptionMemory;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What an event costs in the domain, and in bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SubscriptionBenchmark {

  private static final Story STORY = new Story(1);
  private static final int DIGEST_BYTES = 8;

  private final SubscriptionKey key = STORY.key();
  private final String storeKey = CompositeKey.of(key);
  private final MemoryFormat<SubscriptionMemory> format = MemoryFormat.subscriptions();

  /** A start, a change of price where there are more than four, payments. */
  @Param({"1", "20", "200"})
  int facts = 1;

  private FactLog log = FactLog.empty();
  private Subscriber subscriber = Subscriber.of(List.of());
  private Instant asOf = Instant.EPOCH;
  private SubscriptionMemory memory = SubscriptionMemory.empty();
  private byte[] bytes = {};

  @Setup
  public void prepare() {
    List<Event> events = STORY.events(Math.max(0, facts - 2));
    List<Fact> all = events.stream().skip(1).map(Event::fact).toList();
    log = new FactLog(all);
    subscriber = Subscriber.of(List.of(events.getFirst().fact()));
    asOf = all.getLast().time().plusSeconds(60);
    memory = remembered(derive());
    bytes = encode();
  }

  private SubscriptionMemory remembered(SubscriptionView view) {
    Map<String, String> told = new HashMap<>(Map.of("", digest("")));
    view.payments().stream()
        .map(Payment::paymentId)
        .forEach(payment -> told.put(payment, digest(payment)));
    List<StoredFact> stored =
        log.facts().stream()
            .map(fact -> new StoredFact(fact, 1, FactStatus.Outcome.APPLIED))
            .toList();
    return new SubscriptionMemory(
        new StoredFacts(stored), told, view.additions(), RaisedAlerts.none(), asOf);
  }

  private static String digest(String name) {
    byte[] digest = new byte[DIGEST_BYTES];
    new Random(name.hashCode()).nextBytes(digest);
    return HexFormat.of().formatHex(digest);
  }

  @Benchmark
  public SubscriptionView derive() {
    return Derivation.derive(key, log, subscriber, asOf);
  }

  @Benchmark
  public byte[] encode() {
    return format.write(storeKey, memory);
  }

  @Benchmark
  public SubscriptionMemory decode() {
    return format.read(storeKey, bytes);
  }

  int size() {
    return bytes.length;
  }
}
