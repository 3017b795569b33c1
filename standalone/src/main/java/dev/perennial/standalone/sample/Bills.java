package dev.perennial.standalone.sample;

import java.time.LocalDate;
import java.util.List;

/** Stories of bills that one has to pay oneself: early, late or never. */
final class Bills {

  private Bills() {}

  static void agree(Agreement a, Story story) {
    LocalDate today = a.today;
    switch (story) {
      case BILL_PAID_EARLY -> bill(a, today.plusDays(3));
      case BILL_PAID_LATE -> bill(a, today.minusDays(4));
      case BILL_DUE_TODAY -> bill(a, today);
      case BILL_OVERDUE -> bill(a, today.minusDays(2));
      case BILL_OVERDUE_AND_REPEATED -> {
        bill(a, today.minusDays(4));
        a.reminders =
            JsonText.object("repeat", JsonText.object("every", 3, "most", 5, "until", "PAID"));
      }
      case BILLS_NEVER_REPORTED -> bill(a, today.minusDays(3));
      default -> {}
    }
  }

  private static void bill(Agreement a, LocalDate day) {
    a.chargeFortnightlyOn(day);
    a.collection = "MANUAL";
  }

  static boolean isTold(Story story, LocalDate day, List<LocalDate> days) {
    return switch (story) {
      case BILLS_NEVER_REPORTED -> true;
      case BILL_PAID_LATE, BILL_DUE_TODAY, BILL_OVERDUE, BILL_OVERDUE_AND_REPEATED ->
          day.equals(days.getLast());
      default -> false;
    };
  }

  static void end(Agreement a, Story story, LocalDate last) {
    switch (story) {
      case BILL_PAID_EARLY -> payFor(a, a.terms.chargeBehind(a.today), a.today.minusDays(2));
      case BILL_PAID_LATE -> payFor(a, last, a.today.minusDays(1));
      default -> {}
    }
  }

  /** On another day than it was due. */
  static void payFor(Agreement a, LocalDate due, LocalDate day) {
    a.happens(
        day,
        "payment.succeeded",
        "paymentId",
        a.nextPaymentId(),
        "amount",
        a.money(a.price),
        "dueOn",
        due);
  }
}
