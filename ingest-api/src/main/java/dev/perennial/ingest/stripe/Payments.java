package dev.perennial.ingest.stripe;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Payments that came here before: a refund says which charge it is of, but not what was paid. */
@FunctionalInterface
interface Payments {

  /**
   * @param paymentId as its event said it
   */
  record Known(
      String paymentId,
      String subscriptionId,
      BigDecimal amount,
      String currency,
      Instant paidAt) {}

  /**
   * Payments of one customer that went through.
   *
   * @param paymentId that one alone; those around the moment, if empty
   */
  List<Known> of(String customer, Optional<String> paymentId, Instant around);
}
