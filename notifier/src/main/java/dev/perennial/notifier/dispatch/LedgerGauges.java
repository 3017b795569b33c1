package dev.perennial.notifier.dispatch;

import dev.perennial.notifier.ledger.DeliveryState;
import dev.perennial.notifier.ledger.Standing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * The ledger's standing as gauges, read now and then instead of at each scrape. States that only
 * grow (SENT, say) are left out: the counter of attempts has them.
 */
final class LedgerGauges implements BooleanSupplier {

  /** How old a gauge may be. */
  static final Duration FRESH = Duration.ofSeconds(10);

  private static final Set<DeliveryState> WATCHED =
      EnumSet.of(
          DeliveryState.PENDING,
          DeliveryState.CLAIMED,
          DeliveryState.UNKNOWN,
          DeliveryState.FAILED);

  private final Standing standing;
  private final Clock clock;
  private final Map<DeliveryState, AtomicLong> counts = new ConcurrentHashMap<>();
  private final AtomicLong unpublished = new AtomicLong();
  private final AtomicLong overdueSeconds = new AtomicLong();

  LedgerGauges(Standing standing, Clock clock, MeterRegistry registry) {
    this.standing = standing;
    this.clock = clock;
    WATCHED.forEach(state -> counts.put(state, new AtomicLong()));
    counts.forEach(
        (state, count) ->
            Gauge.builder("perennial.notifier.deliveries", count, AtomicLong::get)
                .description("Deliveries in a state that somebody should look after")
                .tag("state", state.name())
                .tag("channel", "email")
                .register(registry));
    Gauge.builder("perennial.notifier.unpublished", unpublished, AtomicLong::get)
        .description("Ledger rows whose newest revision is not on the deliveries topic")
        .register(registry);
    Gauge.builder("perennial.notifier.overdue", overdueSeconds, AtomicLong::get)
        .description("How long the oldest due delivery has been waiting for a claim")
        .baseUnit("seconds")
        .register(registry);
  }

  /** Reads them anew; there is never more to do at once. */
  @Override
  public boolean getAsBoolean() {
    counts.forEach((state, count) -> count.set(standing.count(state)));
    unpublished.set(standing.unpublished());
    overdueSeconds.set(standing.oldestDue().map(this::overdue).orElse(0L));
    return false;
  }

  private long overdue(Instant due) {
    return Math.max(0, Duration.between(due, clock.instant()).toSeconds());
  }
}
