package dev.perennial.ingest.stripe;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The family {@code invoice.*}: an invoice of a subscription that was paid, could not be paid, or
 * is about to be made. The invoice's id is the payment's: all attempts to pay it are one payment.
 */
final class InvoiceMapping {

  /** Invoices whose period ends on the day on which they are due. */
  private static final Set<String> OF_A_CYCLE =
      Set.of("subscription_cycle", "subscription_create", "subscription");

  private InvoiceMapping() {}

  static Mapped map(StripeEvent event, String source) {
    StripeObject invoice = event.object();
    Optional<String> customer = event.customer();
    Optional<String> subscription = subscriptionOf(invoice);
    if (customer.isEmpty()) {
      return new Mapped.Ignored(Reason.CUSTOMER_MISSING);
    }
    if (subscription.isEmpty()) {
      return new Mapped.Ignored(Reason.SUBSCRIPTION_MISSING);
    }
    CloudEvents events = CloudEvents.of(event, source, customer.get(), subscription.get());
    return switch (event.type()) {
      case "invoice.paid" -> payment(event, events, "payment.succeeded", Slot.PAID, "amount_paid");
      case "invoice.payment_failed" ->
          payment(event, events, "payment.failed", Slot.FAILED, "amount_due");
      default -> announced(event, events);
    };
  }

  /** Under the invoice's parent since 2025-03-31, in the invoice before; its lines have it, too. */
  private static Optional<String> subscriptionOf(StripeObject invoice) {
    return invoice
        .at("parent")
        .at("subscription_details")
        .id("subscription")
        .or(() -> invoice.id("subscription"))
        .or(() -> invoice.list("lines").stream().flatMap(InvoiceMapping::ofLine).findFirst());
  }

  private static Stream<String> ofLine(StripeObject line) {
    StripeObject parent = line.at("parent");
    return Stream.of(
            parent.at("subscription_item_details").id("subscription"),
            parent.at("invoice_item_details").id("subscription"),
            line.id("subscription"))
        .flatMap(Optional::stream);
  }

  private static Mapped payment(
      StripeEvent event, CloudEvents events, String type, Slot slot, String amountField) {
    StripeObject invoice = event.object();
    BigDecimal amount = invoice.requiredNumber(amountField);
    if (amount.signum() == 0) {
      return new Mapped.Ignored(Reason.AMOUNT_ZERO);
    }
    ObjectNode data = CloudEvents.data().put("paymentId", invoice.required("id"));
    data.set("amount", MinorUnits.exact(amount, invoice));
    dueOn(invoice).ifPresent(day -> data.put("dueOn", day.toString()));
    return one(event, events.first(type, slot.in(event.created()), data));
  }

  /** Empty for what falls due between two cycles: a change in the middle of a period, say. */
  private static Optional<LocalDate> dueOn(StripeObject invoice) {
    return invoice
        .text("billing_reason")
        .filter(OF_A_CYCLE::contains)
        .flatMap(reason -> invoice.day("period_end"));
  }

  /** An invoice that is not made yet has no id; the event has one. */
  private static Mapped announced(StripeEvent event, CloudEvents events) {
    StripeObject invoice = event.object();
    LocalDate dueOn =
        invoice
            .day("period_end")
            .or(() -> invoice.day("next_payment_attempt"))
            .orElseThrow(() -> new Unmappable(invoice.place() + ".period_end"));
    ObjectNode data = CloudEvents.data().put("dueOn", dueOn.toString());
    data.set("amount", MinorUnits.exact(invoice.requiredNumber("amount_due"), invoice));
    return one(event, events.first("charge.announced", Slot.ANNOUNCED.in(event.created()), data));
  }

  private static Mapped one(StripeEvent event, ObjectNode mapped) {
    return new Mapped.Events(event.created(), List.of(mapped));
  }
}
