package dev.perennial.domain.fold;

/** How a subscription stands on a day; the first that applies of ENDED to TRIALING, else ACTIVE. */
public enum SubscriptionStatus {
  /** Nothing is due any more. */
  ENDED,
  PAUSED,
  /** Cancelled, and still running until its end. */
  CANCELLED,
  /** The newest payment failed. */
  PAST_DUE,
  TRIALING,
  ACTIVE
}
