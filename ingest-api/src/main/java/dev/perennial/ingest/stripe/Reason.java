package dev.perennial.ingest.stripe;

import java.util.Locale;

/**
 * Why an event of Stripe is none of ours; it is acknowledged, so that Stripe does not repeat it.
 */
enum Reason {
  /** Not one of the types that are mapped. */
  TYPE_UNKNOWN,
  /** Of Stripe's test mode, where only real money counts. */
  TEST_MODE,
  /** Of Stripe's live mode, at an address for test mode. */
  LIVE_MODE,
  CUSTOMER_MISSING,
  /** An invoice or a charge that belongs to no subscription. */
  SUBSCRIPTION_MISSING,
  /** No money moved. */
  AMOUNT_ZERO,
  /** A refund of a payment that never came here. */
  PAYMENT_UNKNOWN,
  /** A refund of one of several payments that cannot be told apart. */
  PAYMENT_AMBIGUOUS,
  /** Delivered again, and mapped to something else than the first time: that stands. */
  ALREADY_TAKEN;

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
