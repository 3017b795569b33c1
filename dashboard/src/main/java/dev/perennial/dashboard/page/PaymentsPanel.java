package dev.perennial.dashboard.page;

import static dev.perennial.dashboard.projection.ProjectionDatabase.PAYMENTS;

import dev.perennial.dashboard.payment.Payment;
import dev.perennial.dashboard.payment.Payments;
import dev.perennial.dashboard.projection.Watermarks;
import dev.perennial.dashboard.subscriber.Subscriber;
import dev.perennial.dashboard.subscription.Subscription;
import dev.perennial.dashboard.subscription.Subscriptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The newest payments. */
@Component
@Order(6)
class PaymentsPanel implements Panel {

  private static final int NEWEST = 12;

  private final Payments payments;
  private final Subscriptions subscriptions;
  private final Watermarks watermarks;

  PaymentsPanel(Payments payments, Subscriptions subscriptions, Watermarks watermarks) {
    this.payments = payments;
    this.subscriptions = subscriptions;
    this.watermarks = watermarks;
  }

  record View(List<Row> rows) {}

  /**
   * @param struck no money moved, or none is said to have moved any more
   * @param name the subscription's; its id where it is not known
   */
  record Row(
      String paymentId,
      String paidOn,
      String isoPaidOn,
      String name,
      String category,
      StatusBadge status,
      Figure amount,
      boolean struck,
      boolean corrected,
      List<Figure> refunds) {}

  @Override
  public String name() {
    return "payments";
  }

  @Override
  public PanelContent load(Subscriber subscriber, int days) {
    Instant asOf = watermarks.asOf(subscriber.partition(), PAYMENTS).orElse(null);
    Map<String, String> names =
        subscriptions.all(subscriber).stream()
            .collect(Collectors.toMap(Subscription::subscriptionId, Subscription::name));
    List<Row> rows =
        payments.newest(subscriber, NEWEST).stream().map(payment -> row(payment, names)).toList();
    return new PanelContent(new View(rows), asOf);
  }

  private static Row row(Payment payment, Map<String, String> names) {
    return new Row(
        payment.paymentId(),
        Dates.day(payment.paidOn()),
        payment.paidOn().toString(),
        names.getOrDefault(payment.subscriptionId(), payment.subscriptionId()),
        payment.category(),
        StatusBadge.of(payment.status()),
        Figure.of(payment.amount()),
        nothingMoved(payment.status()),
        payment.corrected(),
        payment.refunds().stream().map(refund -> Figure.of(refund.amount().negated())).toList());
  }

  private static boolean nothingMoved(Payment.Status status) {
    return switch (status) {
      case FAILED, VOIDED -> true;
      case SUCCEEDED, PARTIALLY_REFUNDED, REFUNDED -> false;
    };
  }
}
