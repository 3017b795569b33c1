package dev.perennial.standalone.sample;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stories of reminders that are repeated, acknowledged and snoozed. What an alert will be called is
 * known before it is raised.
 */
final class Replies {

  private Replies() {}

  static void agree(Agreement a, Story story) {
    LocalDate today = a.today;
    switch (story) {
      case REPEATED, REPEATED_AND_ACKNOWLEDGED -> repeat(a, null);
      case REPEATED_UNTIL_PAID, REPEATED_UNTIL_PAID_AND_ACKNOWLEDGED -> repeat(a, "PAID");
      case REPEATED_UNTIL_CANCELLED -> repeat(a, "CANCELLED");
      case SNOOZED, SNOOZED_TO_TODAY, SNOOZED_TO_YESTERDAY, SNOOZED_TWICE -> remind(a);
      case DOUBLE_CHARGE_SNOOZED -> a.chargeOn(today.minusDays(3));
      default -> {}
    }
  }

  private static void repeat(Agreement a, @Nullable String until) {
    a.chargeOn(a.today.plusDays(4));
    a.reminders =
        JsonText.object(
            "leads", List.of(7), "repeat", JsonText.object("every", 2, "most", 3, "until", until));
  }

  private static void remind(Agreement a) {
    a.chargeOn(a.today.plusDays(4));
    a.reminders = JsonText.object("leads", List.of(7, 1));
  }

  static boolean isTold(Story story, LocalDate day, List<LocalDate> days) {
    return story == Story.DOUBLE_CHARGE_SNOOZED && day.equals(days.getLast());
  }

  static void end(Agreement a, Story story, LocalDate last) {
    LocalDate today = a.today;
    switch (story) {
      case REPEATED_AND_ACKNOWLEDGED, REPEATED_UNTIL_PAID_AND_ACKNOWLEDGED -> acknowledge(a);
      case REPEATED_UNTIL_CANCELLED ->
          Bills.payFor(a, a.terms.chargeBehind(today), today.minusDays(3));
      case SNOOZED -> snooze(a, renewal(a, 7), today.plusDays(2));
      case SNOOZED_TO_TODAY -> snooze(a, renewal(a, 7), today);
      case SNOOZED_TO_YESTERDAY -> snooze(a, renewal(a, 7), today.minusDays(1));
      case SNOOZED_TWICE -> {
        snooze(a, renewal(a, 7), today.plusDays(3));
        snooze(a, renewal(a, 7), today.minusDays(1));
      }
      case DOUBLE_CHARGE_SNOOZED -> snoozeDuplicate(a, last);
      default -> {}
    }
  }

  /** A reminder of the charge that comes next. */
  private static String renewal(Agreement a, int lead) {
    return AlertName.of(a, "renewal.upcoming", a.terms.chargeBehind(a.today), lead, null);
  }

  /** The one that was to come yesterday. */
  private static void acknowledge(Agreement a) {
    String alert = renewal(a, 5);
    a.replies(a.today.minusDays(2), "alert.acknowledged", alert, JsonText.object("alertId", alert));
  }

  private static void snooze(Agreement a, String alert, LocalDate until) {
    JsonText data = JsonText.object("alertId", alert, "until", until);
    a.replies(a.today.minusDays(1), "alert.snoozed", alert, data);
  }

  private static void snoozeDuplicate(Agreement a, LocalDate day) {
    a.pay(day, "payment.succeeded", a.nextPaymentId(), a.price);
    String second = a.pay(day, "payment.succeeded", a.nextPaymentId(), a.price);
    snooze(a, AlertName.of(a, "payment.duplicate", day, 0, second), a.today.minusDays(1));
  }
}
