package dev.perennial.ingest.stripe;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The event {@code charge.refunded}. A charge names its invoice up to 2025-02-24 and nothing that
 * leads to a subscription since: then it is the one payment of the customer with its amount that
 * went through when it was made. Up to 2022-08-01 it lists its refunds, each with an id; since then
 * it says what they come to in all, and what that was before.
 */
final class RefundMapping {

  /** For how long Stripe is asked to come again with a refund whose payment is not known here. */
  static final Duration PATIENCE = Duration.ofHours(1);

  private static final Set<String> CAME_TO_NOTHING = Set.of("failed", "canceled");

  private final Clock clock;

  RefundMapping(Clock clock) {
    this.clock = clock;
  }

  Mapped map(StripeEvent event, String source, Payments payments) {
    StripeObject charge = event.object();
    Optional<String> customer = event.customer();
    if (customer.isEmpty()) {
      return new Mapped.Ignored(Reason.CUSTOMER_MISSING);
    }
    Optional<String> invoice = charge.id("invoice");
    if (charge.has("invoice") && invoice.isEmpty()) {
      return new Mapped.Ignored(Reason.SUBSCRIPTION_MISSING);
    }
    List<Payments.Known> known = matching(event, payments, customer.get(), invoice);
    if (known.isEmpty()) {
      boolean late = clock.instant().isAfter(event.created().plus(PATIENCE));
      return late ? new Mapped.Ignored(Reason.PAYMENT_UNKNOWN) : new Mapped.NotYet();
    }
    if (known.size() > 1) {
      return new Mapped.Ignored(Reason.PAYMENT_AMBIGUOUS);
    }
    Payments.Known payment = known.getFirst();
    return refunds(
        event, payment, CloudEvents.of(event, source, customer.get(), payment.subscriptionId()));
  }

  private static List<Payments.Known> matching(
      StripeEvent event, Payments payments, String customer, Optional<String> invoice) {
    StripeObject charge = event.object();
    List<Payments.Known> found =
        payments.of(customer, invoice, charge.instant("created").orElse(event.created()));
    if (invoice.isPresent()) {
      return found;
    }
    ObjectNode paid = MinorUnits.exact(charge.requiredNumber("amount"), charge);
    BigDecimal amount = new BigDecimal(paid.path("value").stringValue());
    String currency = paid.path("currency").stringValue();
    return found.stream()
        .filter(one -> one.currency().equals(currency) && one.amount().compareTo(amount) == 0)
        .toList();
  }

  private static Mapped refunds(StripeEvent event, Payments.Known payment, CloudEvents events) {
    List<StripeObject> listed = event.object().list("refunds");
    List<ObjectNode> all = new ArrayList<>();
    for (StripeObject refund : listed) {
      if (refund.text("status").filter(CAME_TO_NOTHING::contains).isEmpty()) {
        ObjectNode data =
            refund(payment, refund.required("id"), refund.requiredNumber("amount"), refund);
        all.add(
            events.further(
                refund.required("id"),
                "payment.refunded",
                Slot.REFUNDED.in(event.created()),
                data));
      }
    }
    if (listed.isEmpty()) {
      newest(event, payment)
          .ifPresent(
              data ->
                  all.add(
                      events.first("payment.refunded", Slot.REFUNDED.in(event.created()), data)));
    }
    return all.isEmpty()
        ? new Mapped.Ignored(Reason.AMOUNT_ZERO)
        : new Mapped.Events(event.created(), all);
  }

  /** By how much the sum of refunds grew; the refund has the event's id for want of its own. */
  private static Optional<ObjectNode> newest(StripeEvent event, Payments.Known payment) {
    BigDecimal before = event.previous().requiredNumber("amount_refunded");
    BigDecimal grown = event.object().requiredNumber("amount_refunded").subtract(before);
    return grown.signum() <= 0
        ? Optional.empty()
        : Optional.of(refund(payment, event.id(), grown, event.object()));
  }

  private static ObjectNode refund(
      Payments.Known payment, String refundId, BigDecimal amount, StripeObject holder) {
    ObjectNode data =
        CloudEvents.data().put("paymentId", payment.paymentId()).put("refundId", refundId);
    return data.set("amount", MinorUnits.exact(amount, holder));
  }
}
