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
 * @param home what it comes to at home; null where it did not go through, or nobody knows
 * @param unconverted a home currency is known, but for some of it no rate
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
    String category,
    @Nullable Home home,
    boolean unconverted) {

  /** What became of it. */
  public enum Status {
    SUCCEEDED,
    FAILED,
    VOIDED,
    PARTIALLY_REFUNDED,
    REFUNDED;

    /** Whether it went through, and has not gone back in full. */
    public boolean pays() {
      return switch (this) {
        case SUCCEEDED, PARTIALLY_REFUNDED -> true;
        case FAILED, VOIDED, REFUNDED -> false;
      };
    }
  }

  /**
   * Money given back.
   *
   * @param home the subscriber's part of it in the home currency; null where that is not known
   */
  public record Refund(String refundId, Instant at, Money amount, @Nullable Money home) {}

  /**
   * The subscriber's part in the home currency, refunds not taken off.
   *
   * @param rate null where it is the currency that was paid
   */
  public record Home(Money amount, @Nullable Rate rate) {

    static Home read(Fields fields) {
      return new Home(
          fields.amount("amount"), fields.optionalNested("rate").map(Rate::read).orElse(null));
    }
  }

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
        fields.optionalText("category").orElse("uncategorised"),
        fields.optionalNested("home").map(Home::read).orElse(null),
        fields.flag("unconverted"));
  }

  private static Refund readRefund(Fields fields) {
    return new Refund(
        fields.text("refundId"),
        fields.instant("at"),
        fields.amount("amount"),
        fields.optionalAmount("home").orElse(null));
  }
}
