package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a subscriber may be told of.
 *
 * @param previousAmount of a price that changes
 * @param renewalOn what is avoided by cancelling in time
 * @param failed the payment that failed
 */
record Occasion(
    AlertType type,
    LocalDate dueOn,
    Map<String, Object> amount,
    @Nullable Map<String, Object> previousAmount,
    @Nullable LocalDate renewalOn,
    @Nullable Bill failed) {

  static Occasion of(AlertType type, LocalDate dueOn, Map<String, Object> amount) {
    return new Occasion(type, dueOn, amount, null, null, null);
  }

  static Occasion deadline(LocalDate lastDay, LocalDate renewal, Map<String, Object> amount) {
    return new Occasion(AlertType.CANCELLATION_DEADLINE, lastDay, amount, null, renewal, null);
  }

  static Occasion priceChange(
      LocalDate from, Map<String, Object> amount, Map<String, Object> previousAmount) {
    return new Occasion(AlertType.PRICE_CHANGED, from, amount, previousAmount, null, null);
  }

  static Occasion failure(Bill bill) {
    Map<String, Object> amount = Amounts.document(bill.amount());
    return new Occasion(AlertType.PAYMENT_FAILED, bill.paidOn(), amount, null, null, bill);
  }

  /** At the owner's alert time so many days before; what failed is told at once. */
  Instant fireAt(int lead, Owner owner) {
    return failed == null ? owner.fireAt(dueOn, lead) : failed.paidAt();
  }

  LocalDate toldUntil() {
    return type.toldUntil(dueOn);
  }
}
