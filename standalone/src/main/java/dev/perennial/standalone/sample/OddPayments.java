package dev.perennial.standalone.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Stories of payments that are not as they should be: twice, too much, for nothing, or missing. */
final class OddPayments {

  /** Of it every hundredth part is one whole unit of any currency. */
  private static final BigDecimal HUNDRED = new BigDecimal("100");

  private OddPayments() {}

  static void agree(Agreement a, Story story) {
    LocalDate today = a.today;
    switch (story) {
      case DOUBLE_CHARGE, DOUBLE_CHARGE_REFUNDED, DOUBLE_CHARGE_VARIABLE ->
          a.chargeOn(today.minusDays(2));
      case AMOUNT_4_OFF, AMOUNT_5_OFF, AMOUNT_6_OFF, PAID_IN_PARTS -> {
        a.chargeOn(today.minusDays(2));
        a.price = HUNDRED;
      }
      case CHARGED_AFTER_CANCELLING, CHARGED_IN_A_PAUSE -> a.chargeOn(today.minusDays(2));
      case PAYMENT_MISSING -> a.chargeFortnightlyOn(today.minusDays(6));
      case PAYMENT_MISSING_WEEKLY ->
          a.terms = new Terms(1, "WEEK", today.minusDays(4 + 7 * 40), "CLAMP");
      case PAYMENT_REFUNDED_AND_MISSING -> a.chargeFortnightlyOn(today.minusDays(7));
      default -> {}
    }
  }

  static void turn(Agreement a, Story story) {
    LocalDate today = a.today;
    switch (story) {
      case CHARGED_AFTER_CANCELLING -> {
        a.happens(today.minusDays(20), "subscription.cancelled");
        a.free(today.minusDays(20), LocalDate.MAX);
      }
      case CHARGED_IN_A_PAUSE -> {
        a.happens(today.minusDays(22), "subscription.paused");
        a.free(today.minusDays(22), LocalDate.MAX);
      }
      default -> {}
    }
  }

  static boolean isTold(Story story, LocalDate day, List<LocalDate> days) {
    return switch (story) {
      case DOUBLE_CHARGE,
          DOUBLE_CHARGE_REFUNDED,
          AMOUNT_4_OFF,
          AMOUNT_5_OFF,
          AMOUNT_6_OFF,
          PAID_IN_PARTS,
          PAYMENT_MISSING,
          PAYMENT_MISSING_WEEKLY,
          PAYMENT_REFUNDED_AND_MISSING,
          DOUBLE_CHARGE_VARIABLE ->
          day.equals(days.getLast());
      default -> false;
    };
  }

  static void end(Agreement a, Story story, LocalDate last) {
    switch (story) {
      case DOUBLE_CHARGE -> payTwice(a, last, a.price);
      case DOUBLE_CHARGE_VARIABLE -> payTwice(a, last, a.amountOn(last));
      case DOUBLE_CHARGE_REFUNDED ->
          a.refund(payTwice(a, last, a.price), last.plusDays(1), a.price);
      case AMOUNT_4_OFF -> pay(a, last, 104);
      case AMOUNT_5_OFF -> pay(a, last, 95);
      case AMOUNT_6_OFF -> pay(a, last, 106);
      case PAID_IN_PARTS -> {
        pay(a, last, 97);
        pay(a, last, 30);
      }
      case CHARGED_AFTER_CANCELLING, CHARGED_IN_A_PAUSE ->
          a.pay(a.today.minusDays(2), "payment.succeeded", a.nextPaymentId(), a.price);
      case PAYMENT_REFUNDED_AND_MISSING -> a.refund(pay(a, last, 100), last.plusDays(1), a.price);
      default -> {}
    }
  }

  /** Returns the second payment. */
  private static String payTwice(Agreement a, LocalDate day, BigDecimal amount) {
    a.pay(day, "payment.succeeded", a.nextPaymentId(), amount);
    return a.pay(day, "payment.succeeded", a.nextPaymentId(), amount);
  }

  private static String pay(Agreement a, LocalDate day, int percent) {
    BigDecimal amount = Agreement.share(a.price, percent);
    return a.pay(day, "payment.succeeded", a.nextPaymentId(), amount);
  }
}
