package dev.perennial.domain.alert;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import dev.perennial.domain.fold.SubscriptionState;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell, whether or not its time has come.
 *
 * @param dueOn the local day it is about
 */
record Occasion(AlertType type, LocalDate dueOn, Details details, When when) {

  /** What there is to say of it. */
  record Details(
      Money amount,
      @Nullable Money previousAmount,
      @Nullable LocalDate renewalOn,
      @Nullable String paymentId,
      @Nullable Money expectedAmount,
      @Nullable String duplicateOf) {

    static Details of(Money amount) {
      return new Details(amount, null, null, null, null, null);
    }

    static Details ofPayment(String paymentId, Money amount) {
      return new Details(amount, null, null, paymentId, null, null);
    }

    AlertContent of(SubscriptionState subscription) {
      return new AlertContent.OfSubscription(
          subscription, amount, previousAmount, renewalOn, paymentId, expectedAmount, duplicateOf);
    }

    Details insteadOf(Money expected) {
      return new Details(amount, previousAmount, renewalOn, paymentId, expected, duplicateOf);
    }

    Details again(String firstPaymentId) {
      return new Details(
          amount, previousAmount, renewalOn, paymentId, expectedAmount, firstPaymentId);
    }
  }

  /** What says when it fires. */
  sealed interface When {}

  /** The leads of its type. */
  record ByLeads() implements When {}

  /**
   * The leads of its type, as far as the charge wants any.
   *
   * @param settled it is paid
   * @param reported payments are reported, so that one that is missing says something
   */
  record OfCharge(boolean settled, boolean reported) implements When {}

  /**
   * @param lead in days; negative for days after its date
   */
  record OnDay(int lead) implements When {}

  /** The very moment. */
  record AtOnce(Instant at) implements When {}

  Occasion {
    requireNonNull(type, "type");
    requireNonNull(dueOn, "dueOn");
    requireNonNull(details, "details");
    requireNonNull(when, "when");
  }

  static Occasion priceChange(LocalDate from, Money before, Money after) {
    Details details = new Details(after, before, null, null, null, null);
    return new Occasion(AlertType.PRICE_CHANGED, from, details, new ByLeads());
  }

  static Occasion deadline(LocalDate lastDay, LocalDate renewal, Money amount) {
    Details details = new Details(amount, null, renewal, null, null, null);
    return new Occasion(AlertType.CANCELLATION_DEADLINE, lastDay, details, new ByLeads());
  }

  /** What tells it from others of its type and day. */
  String about() {
    return details.paymentId() == null ? "" : details.paymentId();
  }

  /** What must not change without being told again; nothing where the date says it all. */
  String content() {
    if (details.expectedAmount() != null) {
      return details.expectedAmount().toString();
    }
    return details.previousAmount() == null
        ? ""
        : details.previousAmount() + " " + details.amount();
  }
}
