package dev.perennial.standalone.oracle;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a payment's document says of it.
 *
 * @param home what it comes to in the home currency
 * @param reported the same in the tenant's
 */
record Payment(Subscription subscription, Charges charges, Bill bill, Worth home, Worth reported) {

  static Payment of(Subscription subscription, Charges charges, Bill bill, Rates rates) {
    return new Payment(
        subscription,
        charges,
        bill,
        Worth.atHome(bill, subscription, rates),
        Worth.reported(bill, subscription, rates));
  }

  Document on(Document document) {
    told(document);
    return converted(document);
  }

  private void told(Document document) {
    document
        .with("subscriptionId", subscription.id())
        .with("paymentId", bill.id())
        .with("status", bill.status())
        .with("paidAt", bill.paidAt())
        .with("paidOn", bill.paidOn())
        .with("amount", Amounts.document(bill.amount()))
        .with("refunds", IntStream.range(0, bill.refunds().size()).mapToObj(this::refund).toList())
        .with("dueOn", bill.dueOn())
        .with("matches", matches())
        .with("corrected", bill.correction() == null ? null : true)
        .with("category", subscription.deal().categoryOn(bill.paidOn()));
  }

  private Document converted(Document document) {
    return document
        .with("home", home.ofPayment())
        .with("unconverted", home.isMissingARate() ? true : null)
        .with("reporting", isReportedApart() ? reported.ofPayment() : null)
        .with("unreported", isReportedApart() && reported.isMissingARate() ? true : null)
        .with("events", new SpendEvents(subscription, bill.id()).documents());
  }

  private boolean isReportedApart() {
    return !Objects.equals(home.currency(), reported.currency());
  }

  private @Nullable LocalDate matches() {
    return subscription.deal().started ? charges.matched(bill).orElse(null) : null;
  }

  private Map<String, Object> refund(int index) {
    Happening refund = bill.refunds().get(index);
    return Document.map(
        "refundId",
        refund.text("refundId"),
        "at",
        refund.time(),
        "amount",
        Amounts.document(refund.amount()),
        "home",
        home.ofRefund(index),
        "reporting",
        isReportedApart() ? reported.ofRefund(index) : null);
  }
}
