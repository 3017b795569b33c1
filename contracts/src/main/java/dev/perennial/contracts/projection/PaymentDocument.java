package dev.perennial.contracts.projection;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.fold.Payment;
import org.bson.BsonDocument;

/** A payment with its refunds. */
public record PaymentDocument(SubscriptionKey subscription, Payment payment)
    implements ProjectionDocument {

  public static String idOf(SubscriptionKey subscription, String paymentId) {
    return CompositeKey.of(
        subscription.subscriber().tenantId(),
        subscription.subscriber().subscriberId(),
        subscription.subscriptionId(),
        paymentId);
  }

  @Override
  public Projection projection() {
    return Projection.PAYMENTS;
  }

  @Override
  public String id() {
    return idOf(subscription, payment.paymentId());
  }

  @Override
  public BsonDocument content() {
    DocumentBuilder document = new DocumentBuilder();
    document
        .text("tenantId", subscription.subscriber().tenantId())
        .text("subscriberId", subscription.subscriber().subscriberId())
        .text("subscriptionId", subscription.subscriptionId())
        .text("paymentId", payment.paymentId())
        .text("status", payment.status().name())
        .instant("paidAt", payment.paidAt())
        .day("paidOn", payment.paidOn())
        .amount("amount", payment.amount())
        .documents("refunds", payment.refunds().stream().map(PaymentDocument::refund).toList())
        .day("dueOn", payment.dueOn())
        .day("matches", payment.matches())
        .text("category", payment.category());
    return (payment.corrected() ? document.flag("corrected") : document).build();
  }

  private static BsonDocument refund(Payment.Refund refund) {
    return new DocumentBuilder()
        .text("refundId", refund.refundId())
        .instant("at", refund.at())
        .amount("amount", refund.amount())
        .build();
  }
}
