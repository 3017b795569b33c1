package dev.perennial.dashboard.page;

import dev.perennial.dashboard.alert.Delivery;
import dev.perennial.dashboard.payment.Payment;
import dev.perennial.domain.fold.SubscriptionStatus;

/**
 * A state in words and in a tone of colour; never in colour alone.
 *
 * @param code as in the data
 * @param tone good, info, warn, bad or muted
 */
record StatusBadge(String code, String text, String tone) {

  static StatusBadge of(SubscriptionStatus status) {
    return switch (status) {
      case ACTIVE -> new StatusBadge("ACTIVE", "Active", "good");
      case TRIALING -> new StatusBadge("TRIALING", "Trial", "info");
      case PAST_DUE -> new StatusBadge("PAST_DUE", "Past due", "bad");
      case PAUSED -> new StatusBadge("PAUSED", "Paused", "warn");
      case CANCELLED -> new StatusBadge("CANCELLED", "Cancelled", "warn");
      case ENDED -> new StatusBadge("ENDED", "Ended", "muted");
    };
  }

  static StatusBadge of(Payment.Status status) {
    return switch (status) {
      case SUCCEEDED -> new StatusBadge("SUCCEEDED", "Paid", "good");
      case FAILED -> new StatusBadge("FAILED", "Failed", "bad");
      case VOIDED -> new StatusBadge("VOIDED", "Voided", "muted");
      case PARTIALLY_REFUNDED -> new StatusBadge("PARTIALLY_REFUNDED", "Part refunded", "info");
      case REFUNDED -> new StatusBadge("REFUNDED", "Refunded", "info");
    };
  }

  static StatusBadge of(Delivery.State state) {
    return switch (state) {
      case SENT -> new StatusBadge("SENT", "Sent", "good");
      case PENDING -> new StatusBadge("PENDING", "Waiting", "info");
      case CLAIMED -> new StatusBadge("CLAIMED", "Sending", "info");
      case FAILED -> new StatusBadge("FAILED", "Failed", "bad");
      case UNKNOWN -> new StatusBadge("UNKNOWN", "Unclear", "warn");
      case NO_DESTINATION -> new StatusBadge("NO_DESTINATION", "No address", "warn");
      case VOIDED -> new StatusBadge("VOIDED", "Withdrawn", "muted");
    };
  }
}
