package dev.perennial.domain;

/** What happens to an occurrence whose month does not have the anchor's day. */
public enum MonthEnd {
  /** The last day of the shorter month (as Stripe's billing_cycle_anchor does). */
  CLAMP,
  /** As CLAMP, and an anchor on a month's last day stays on the last day of every month. */
  END_OF_MONTH,
  /** No occurrence in that month (RFC 5545). */
  SKIP,
  /** The first day of the following month (RFC 7529). */
  FORWARD
}
