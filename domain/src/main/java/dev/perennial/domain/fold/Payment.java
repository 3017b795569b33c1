package dev.perennial.domain.fold;

import dev.perennial.domain.Money;
import dev.perennial.domain.Share;
import dev.perennial.domain.exchange.Conversion;
import dev.perennial.domain.total.Contribution;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One payment of a subscription with what came of it.
 *
 * @param paidOn local day in the zone in force then; refunds count on it too
 * @param amount as corrected, if it was
 * @param category of the subscription on that day
 * @param matches the scheduled due date that it belongs to
 * @param share which part of it is the subscriber's, by the agreement of that day; null for all
 * @param worth what it comes to in other currencies; unknown unless it went through
 * @param events what made it count what it does, in their order
 */
public record Payment(
    String paymentId,
    Outcome outcome,
    Instant paidAt,
    LocalDate paidOn,
    Money amount,
    boolean corrected,
    List<Refund> refunds,
    @Nullable LocalDate dueOn,
    String category,
    @Nullable LocalDate matches,
    @Nullable Share share,
    Worth worth,
    List<PaymentEvent> events) {

  static final Comparator<Payment> BY_TIME =
      Comparator.comparing(Payment::paidAt).thenComparing(Payment::paymentId);

  /** What the last word on the payment says, refunds apart. */
  public enum Outcome {
    SUCCEEDED,
    FAILED,
    /** It never happened. */
    VOIDED
  }

  /** What became of a payment. */
  public enum Status {
    SUCCEEDED,
    FAILED,
    VOIDED,
    PARTIALLY_REFUNDED,
    REFUNDED
  }

  /**
   * What went back, in time's order.
   *
   * @param worth what it comes to in other currencies, by its payment's moment
   */
  public record Refund(String refundId, Instant at, Money amount, Worth worth) {}

  /**
   * What an amount comes to in other currencies.
   *
   * @param home in the subscriber's home currency
   * @param reporting in the tenant's currency
   */
  public record Worth(Conversion home, Conversion reporting) {

    private static final Worth UNKNOWN =
        new Worth(new Conversion.Unasked(), new Conversion.Unasked());

    public static Worth unknown() {
      return UNKNOWN;
    }
  }

  public Payment {
    refunds = List.copyOf(refunds);
    events = List.copyOf(events);
  }

  public boolean succeeded() {
    return outcome == Outcome.SUCCEEDED;
  }

  /** Whether it went through, and has not gone back in full. */
  public boolean pays() {
    return switch (status()) {
      case SUCCEEDED, PARTIALLY_REFUNDED -> true;
      case FAILED, VOIDED, REFUNDED -> false;
    };
  }

  /** The day by which it is brought to a due date. */
  LocalDate belongsBy() {
    return dueOn == null ? paidOn : dueOn;
  }

  public Status status() {
    return switch (outcome) {
      case FAILED -> Status.FAILED;
      case VOIDED -> Status.VOIDED;
      case SUCCEEDED -> refundedStatus();
    };
  }

  private Status refundedStatus() {
    BigDecimal refunded =
        refunds.stream()
            .map(Refund::amount)
            .filter(refund -> refund.currency().equals(amount.currency()))
            .map(Money::value)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (refunded.signum() == 0) {
      return Status.SUCCEEDED;
    }
    return refunded.compareTo(amount.value()) >= 0 ? Status.REFUNDED : Status.PARTIALLY_REFUNDED;
  }

  /** What the payment adds to spend; nothing unless it went through. */
  public Stream<Contribution> contributions() {
    if (!succeeded()) {
      return Stream.empty();
    }
    return Stream.concat(
        Stream.of(contribution(amount, worth)),
        refunds.stream().map(refund -> contribution(refund.amount(), refund.worth()).negated()));
  }

  private Contribution contribution(Money whole, Worth its) {
    Money part = part(whole);
    return new Contribution(paidOn, category, part, its.home().of(part), its.reporting().of(part));
  }

  /** The subscriber's part of the payment, or of one of its refunds. */
  public Money part(Money whole) {
    return share == null ? whole : share.in(whole);
  }

  Payment withMatch(@Nullable LocalDate dueDate) {
    return new Payment(
        paymentId, outcome, paidAt, paidOn, amount, corrected, refunds, dueOn, category, dueDate,
        share, worth, events);
  }
}
