package dev.perennial.domain.alert;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell, whether or not its time has come.
 *
 * @param dueOn the local day it is about
 * @param at when it fires, where that is no matter of leads; null else
 */
record Occasion(
    AlertType type,
    LocalDate dueOn,
    Money amount,
    @Nullable Money previousAmount,
    @Nullable LocalDate renewalOn,
    @Nullable String paymentId,
    @Nullable Instant at) {

  Occasion {
    requireNonNull(type, "type");
    requireNonNull(dueOn, "dueOn");
    requireNonNull(amount, "amount");
  }

  static Occasion of(AlertType type, LocalDate dueOn, Money amount) {
    return new Occasion(type, dueOn, amount, null, null, null, null);
  }

  static Occasion priceChange(LocalDate from, Money before, Money after) {
    return new Occasion(AlertType.PRICE_CHANGED, from, after, before, null, null, null);
  }

  static Occasion deadline(LocalDate lastDay, LocalDate renewal, Money amount) {
    return new Occasion(
        AlertType.CANCELLATION_DEADLINE, lastDay, amount, null, renewal, null, null);
  }

  static Occasion failure(String paymentId, LocalDate day, Instant at, Money amount) {
    return new Occasion(AlertType.PAYMENT_FAILED, day, amount, null, null, paymentId, at);
  }

  LocalDate lastDayToTell() {
    return dueOn.plusDays(type.daysToldAfter());
  }

  /** What tells it from others of its type and day. */
  String about() {
    return paymentId == null ? "" : paymentId;
  }

  /** What must not change without being told again; nothing where the date says it all. */
  String content() {
    return previousAmount == null ? "" : previousAmount + " " + amount;
  }
}
