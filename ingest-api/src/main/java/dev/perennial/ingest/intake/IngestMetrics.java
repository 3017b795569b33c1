package dev.perennial.ingest.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts events by what became of them; nothing a client says ever names a metric or a label. */
final class IngestMetrics {

  private final Counter accepted;
  private final Counter rejected;
  private final Counter unacknowledged;

  IngestMetrics(MeterRegistry registry) {
    this.accepted = counter(registry, "accepted");
    this.rejected = counter(registry, "rejected");
    this.unacknowledged = counter(registry, "unacknowledged");
  }

  private static Counter counter(MeterRegistry registry, String outcome) {
    return Counter.builder("perennial.ingest.events")
        .description("Events by what became of them")
        .tag("outcome", outcome)
        .register(registry);
  }

  void published(int acknowledged, int lost) {
    accepted.increment(acknowledged);
    unacknowledged.increment(lost);
  }

  void rejected(int events) {
    rejected.increment(events);
  }
}
