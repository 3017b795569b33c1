package dev.perennial.standalone.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stories of payments that were not as first told: the last charge is told here. */
final class Mendings {

  private Mendings() {}

  static boolean isTold(Story story, LocalDate day, List<LocalDate> days) {
    return switch (story) {
      case CORRECTED,
          CORRECTED_TWICE,
          CORRECTED_BEFORE,
          VOIDED,
          VOIDED_WITH_REFUND,
          VOIDED_THEN_PAID,
          FAILED_THEN_VOIDED ->
          day.equals(days.getLast());
      default -> false;
    };
  }

  static void end(Agreement a, Story story, LocalDate last) {
    switch (story) {
      case CORRECTED -> correct(a, a.pay(last), last.plusDays(3), 90, null);
      case CORRECTED_TWICE -> correctTwice(a, last);
      case CORRECTED_BEFORE -> correct(a, a.pay(last), last.minusDays(1), 80, last);
      case VOIDED -> chargeTwice(a, last.minusDays(2));
      case VOIDED_WITH_REFUND -> voidWithRefund(a, last);
      case VOIDED_THEN_PAID -> payAgain(a, last.minusDays(2));
      case FAILED_THEN_VOIDED -> voidFailed(a, last);
      case ABOUT_THE_UNKNOWN -> mendTheUnknown(a, last);
      default -> {}
    }
  }

  static void correct(
      Agreement a, String payment, LocalDate day, int percent, @Nullable LocalDate dueOn) {
    correct(a, payment, day, Agreement.share(a.paid(payment), percent), dueOn);
  }

  private static void correct(
      Agreement a, String payment, LocalDate day, BigDecimal amount, @Nullable LocalDate dueOn) {
    a.happens(
        day,
        "payment.corrected",
        "paymentId",
        payment,
        "amount",
        a.money(amount, payment),
        "dueOn",
        dueOn);
  }

  private static void correctTwice(Agreement a, LocalDate day) {
    String payment = a.pay(day.minusDays(4));
    correct(a, payment, day.minusDays(3), 50, day.minusDays(9));
    correct(a, payment, day.minusDays(2), 95, null);
  }

  private static void voided(Agreement a, String payment, LocalDate day) {
    a.happens(day, "payment.voided", "paymentId", payment);
  }

  static void chargeTwice(Agreement a, LocalDate day) {
    a.pay(day);
    voided(a, a.pay(day), day.plusDays(1));
  }

  private static void voidWithRefund(Agreement a, LocalDate day) {
    String payment = a.pay(day.minusDays(3));
    a.refund(payment, day.minusDays(2), Agreement.share(a.paid(payment), 50));
    voided(a, payment, day.minusDays(1));
  }

  private static void payAgain(Agreement a, LocalDate day) {
    String payment = a.pay(day);
    voided(a, payment, day.plusDays(1));
    a.pay(day.plusDays(2), "payment.succeeded", payment);
  }

  private static void voidFailed(Agreement a, LocalDate day) {
    String payment = a.pay(day.minusDays(2), "payment.failed", a.nextPaymentId());
    voided(a, payment, day.minusDays(1));
  }

  private static void mendTheUnknown(Agreement a, LocalDate day) {
    correct(a, "nobody-1", day, a.price, day);
    voided(a, "nobody-1", day);
  }
}
