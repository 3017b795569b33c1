package dev.perennial.ingest.stripe;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts what Stripe sent, by its type and what became of it; both are of known names alone. */
final class HookMetrics {

  /** Where the body was not read, or is no event of Stripe. */
  static final String NONE = "none";

  private static final String OTHER = "other";

  private final MeterRegistry registry;

  HookMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void count(String type, String outcome) {
    boolean named = StripeMapping.TYPES.contains(type) || type.equals(NONE);
    registry
        .counter("perennial.ingest.stripe.events", "type", named ? type : OTHER, "outcome", outcome)
        .increment();
  }
}
