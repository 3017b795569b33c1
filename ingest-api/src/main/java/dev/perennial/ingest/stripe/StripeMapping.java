package dev.perennial.ingest.stripe;

import java.time.Clock;
import java.util.Set;

/** From any of Stripe's events to events of ours. */
final class StripeMapping {

  /**
   * Every type that is mapped; a metric may be named by these, and by nothing else that comes in.
   */
  static final Set<String> TYPES =
      Set.of(
          "customer.subscription.created",
          "customer.subscription.updated",
          "customer.subscription.deleted",
          "customer.subscription.paused",
          "customer.subscription.resumed",
          "customer.subscription.trial_will_end",
          "invoice.paid",
          "invoice.payment_failed",
          "invoice.upcoming",
          "charge.refunded");

  private static final String ACCOUNTS = "https://stripe.com/accounts/";

  private final RefundMapping refunds;

  StripeMapping(Clock clock) {
    this.refunds = new RefundMapping(clock);
  }

  /**
   * @param owner the account or, where nobody said it, the hook: what the event's own account,
   *     which only Connect has, goes before
   * @throws Unmappable where it lacks what its type must have
   */
  Mapped map(StripeEvent event, String owner, Payments payments) {
    String source = ACCOUNTS + event.account().orElse(owner);
    if (!TYPES.contains(event.type())) {
      return new Mapped.Ignored(Reason.TYPE_UNKNOWN);
    }
    if (event.type().equals("charge.refunded")) {
      return refunds.map(event, source, payments);
    }
    return event.type().startsWith("invoice.")
        ? InvoiceMapping.map(event, source)
        : SubscriptionMapping.map(event, source);
  }
}
