package dev.perennial.ingest.intake;

import dev.perennial.ingest.pressure.FairShare;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Counts requests and events by what became of them; nothing a client says ever names a metric or a
 * label. A request of which parts are sent as they come counts once a part.
 */
final class IngestMetrics {

  /** More codes than there are: a mistake must not fill the registry. */
  private static final int MOST_CODES = 100;

  private static final int RECORDS = 0;
  private static final int BYTES = 1;

  private final MeterRegistry registry;
  private final Map<String, Counter> events = new ConcurrentHashMap<>();
  private final Map<String, Counter> requests = new ConcurrentHashMap<>();
  private final Map<String, Counter> codes = new ConcurrentHashMap<>();
  private final Timer ack;

  /**
   * @param room for records and bytes
   */
  IngestMetrics(MeterRegistry registry, FairShare room) {
    this.registry = registry;
    List.of("accepted", "duplicate", "rejected", "unacknowledged", "withheld", "busy")
        .forEach(this::events);
    List.of("accepted", "partial", "rejected", "unacknowledged", "busy").forEach(this::requests);
    this.ack =
        Timer.builder("perennial.ingest.ack")
            .description(
                "From the producer's hands to the acknowledgement of a request's last record")
            .serviceLevelObjectives(
                milliseconds(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000))
            .register(registry);
    gauge("records", RECORDS, room);
    gauge("bytes", BYTES, room);
  }

  private static Duration[] milliseconds(int... bounds) {
    return Arrays.stream(bounds).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
  }

  private void gauge(String what, int kind, FairShare room) {
    Gauge.builder("perennial.ingest.in.flight." + what, room, shared -> shared.used(kind))
        .description("On their way to the broker")
        .register(registry);
  }

  void answered(List<ItemResult> results) {
    int accepted = 0;
    int unacknowledged = 0;
    for (ItemResult result : results) {
      events(result.status()).increment();
      if (result.status().equals(ItemResult.REJECTED) && result.code() != null) {
        code(result.code()).increment();
      }
      accepted += result.isAccepted() ? 1 : 0;
      unacknowledged += result.status().equals(ItemResult.UNACKNOWLEDGED) ? 1 : 0;
    }
    requests(outcome(results.size(), accepted, unacknowledged)).increment();
  }

  private static String outcome(int all, int accepted, int unacknowledged) {
    if (accepted == all) {
      return "accepted";
    }
    if (accepted > 0) {
      return "partial";
    }
    return unacknowledged > 0 ? "unacknowledged" : "rejected";
  }

  void rejected(String code, int number) {
    events("rejected").increment(number);
    code(code).increment(number);
    requests("rejected").increment();
  }

  void busy(int number) {
    events("busy").increment(number);
    requests("busy").increment();
  }

  void landed(boolean acknowledged, long nanos) {
    if (acknowledged) {
      ack.record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  private Counter events(String outcome) {
    return events.computeIfAbsent(
        outcome,
        one ->
            Counter.builder("perennial.ingest.events")
                .description("Events by what became of them")
                .tag("outcome", one)
                .register(registry));
  }

  private Counter requests(String outcome) {
    return requests.computeIfAbsent(
        outcome,
        one ->
            Counter.builder("perennial.ingest.requests")
                .description("Requests with events, by what became of these")
                .tag("outcome", one)
                .register(registry));
  }

  private Counter code(String code) {
    String known = codes.containsKey(code) || codes.size() < MOST_CODES ? code : "other";
    return codes.computeIfAbsent(
        known,
        one ->
            Counter.builder("perennial.ingest.rejected")
                .description("Rejected events by the code of what is wrong")
                .tag("code", one)
                .register(registry));
  }
}
