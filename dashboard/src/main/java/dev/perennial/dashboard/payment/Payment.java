package dev.perennial.dashboard.payment;

import dev.perennial.dashboard.projection.Fields;
import dev.perennial.domain.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment, tried or made.
 *
 * @param paidOn the subscriber's local date of {@code paidAt}, in the zone in force then
 * @param corrected the amount replaces one that was told before
 * @param dueOn the due date that it names, if it names one
 * @param matches the scheduled due date that it belongs to, if to any
 * @param category the subscription's on that day
 */
public record Payment(
    String subscriptionId,
    String paymentId,
    Status status,
    Instant paidAt,
    LocalDate paidOn,
    Money amount,
    boolean corrected,
    List<Refund> refunds,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate matches,
    String category) {

  /** What became of it. */
  public enum Status {
    SUCCEEDED,
    FAILED,
    VOIDED,
    PARTIALLY_REFUNDED,
    REFUNDED
  }

  /** Money given back. */
  public record Refund(String refundId, Instant at, Money amount) {}

  static Payment read(Fields fields) {
    return new Payment(
        fields.text("subscriptionId"),
        fields.text("paymentId"),
        fields.constant("status", Status.class),
        fields.instant("paidAt"),
        fields.date("paidOn"),
        fields.amount("amount"),
        fields.flag("corrected"),
        fields.list("refunds").stream().map(Payment::readRefund).toList(),
        fields.optionalDate("dueOn").orElse(null),
        fields.optionalDate("matches").orElse(null),
        fields.optionalText("category").orElse("uncategorised"));
  }

  private static Refund readRefund(Fields fields) {
    return new Refund(fields.text("refundId"), fields.instant("at"), fields.amount("amount"));
  }
}
