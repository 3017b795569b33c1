package dev.perennial.contracts.projection;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.Money;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.exchange.AppliedRate;
import dev.perennial.domain.exchange.Conversion;
import dev.perennial.domain.fold.Payment;
import dev.perennial.domain.fold.PaymentEvent;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.BsonDocument;

/** A payment with its refunds, what it comes to in other currencies, and what made it so. */
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
    DocumentBuilder document =
        new DocumentBuilder()
            .text("tenantId", subscription.subscriber().tenantId())
            .text("subscriberId", subscription.subscriber().subscriberId())
            .text("subscriptionId", subscription.subscriptionId())
            .text("paymentId", payment.paymentId())
            .text("status", payment.status().name())
            .instant("paidAt", payment.paidAt())
            .day("paidOn", payment.paidOn())
            .amount("amount", payment.amount())
            .documents("refunds", payment.refunds().stream().map(this::refund).toList())
            .day("dueOn", payment.dueOn())
            .day("matches", payment.matches())
            .text("category", payment.category())
            .flagIf("corrected", payment.corrected());
    worth(document);
    return document
        .documentsIfAny("events", payment.events().stream().map(PaymentDocument::event).toList())
        .build();
  }

  private void worth(DocumentBuilder document) {
    Payment.Worth worth = payment.worth();
    Money part = payment.part(payment.amount());
    comesTo(document, "home", worth.home(), part);
    document.flagIf("unconverted", isAnyMissing(Payment.Worth::home));
    if (isReportedApart(worth)) {
      comesTo(document, "reporting", worth.reporting(), part);
      document.flagIf("unreported", isAnyMissing(Payment.Worth::reporting));
    }
  }

  /** In the home currency the tenant's own figure is the same. */
  private static boolean isReportedApart(Payment.Worth worth) {
    return !worth.reporting().equals(worth.home());
  }

  private boolean isAnyMissing(Function<Payment.Worth, Conversion> currency) {
    Stream<Payment.Worth> refunds = payment.refunds().stream().map(Payment.Refund::worth);
    return Stream.concat(Stream.of(payment.worth()), refunds)
        .map(currency)
        .anyMatch(Conversion::isMissing);
  }

  private static void comesTo(
      DocumentBuilder document, String field, Conversion conversion, Money part) {
    conversion
        .of(part)
        .known()
        .ifPresent(
            amount -> {
              DocumentBuilder told = new DocumentBuilder().amount("amount", amount);
              conversion.applied().ifPresent(rate -> told.document("rate", rate(rate)));
              document.document(field, told);
            });
  }

  private static DocumentBuilder rate(AppliedRate rate) {
    return new DocumentBuilder()
        .text("base", rate.base().getCurrencyCode())
        .day("date", rate.date())
        .text("source", rate.source())
        .decimal("from", rate.from())
        .decimal("to", rate.to())
        .instant("receivedAt", rate.receivedAt());
  }

  private BsonDocument refund(Payment.Refund refund) {
    DocumentBuilder document =
        new DocumentBuilder()
            .text("refundId", refund.refundId())
            .instant("at", refund.at())
            .amount("amount", refund.amount());
    Money part = payment.part(refund.amount());
    Payment.Worth worth = refund.worth();
    worth.home().of(part).known().ifPresent(home -> document.amount("home", home));
    if (isReportedApart(worth)) {
      worth.reporting().of(part).known().ifPresent(told -> document.amount("reporting", told));
    }
    return document.build();
  }

  private static BsonDocument event(PaymentEvent event) {
    return new DocumentBuilder()
        .text("type", event.type().wireName())
        .text("source", event.id().source())
        .text("id", event.id().id())
        .instant("time", event.time())
        .instant("receivedAt", event.receivedAt())
        .text("mode", event.mode().name())
        .amount("change", event.change())
        .build();
  }
}
