package dev.perennial.notifier.dispatch;

import dev.perennial.notifier.channel.Outcome;
import dev.perennial.notifier.ledger.Claim;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;

/** What an operator watches: outcomes of attempts, and how long alerts wait for their turn. */
final class DispatchMetrics {

  private final MeterRegistry registry;
  private final Timer lag;
  private final Clock clock;

  DispatchMetrics(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    this.lag =
        Timer.builder("perennial.notifier.claim.lag")
            .description("From an alert's tick to the first claim of one of its deliveries")
            .register(registry);
  }

  void claimed(Claim claim) {
    if (claim.attempt() == 1) {
      var waited = Duration.between(claim.notice().raisedAt(), clock.instant());
      lag.record(waited.isNegative() ? Duration.ZERO : waited);
    }
  }

  void concluded(Outcome outcome) {
    Counter.builder("perennial.notifier.attempts")
        .description("Attempts to deliver, by what is known after them")
        .tag("channel", "email")
        .tag("outcome", label(outcome))
        .register(registry)
        .increment();
  }

  private static String label(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Sent sent -> "sent";
      case Outcome.NotSent notSent -> "not-sent";
      case Outcome.Refused refused -> "refused";
      case Outcome.Unclear unclear -> "unclear";
    };
  }
}
