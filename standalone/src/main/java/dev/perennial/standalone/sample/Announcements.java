package dev.perennial.standalone.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Stories of vendors that say beforehand when they will charge, and how much. */
final class Announcements {

  private static final int BILLS = 3;

  private Announcements() {}

  static boolean isTold(Story story, LocalDate day, List<LocalDate> days) {
    return switch (story) {
      case ENERGY_BILL, ANNOUNCED_TWICE -> last(days).contains(day);
      default -> false;
    };
  }

  private static List<LocalDate> last(List<LocalDate> days) {
    return days.subList(Math.max(0, days.size() - BILLS), days.size());
  }

  static void end(Agreement a, Story story, List<LocalDate> days) {
    switch (story) {
      case ENERGY_BILL -> {
        last(days).forEach(day -> chargeLater(a, day, 2));
        announceNext(a, 3);
      }
      case ANNOUNCED_TWICE -> {
        last(days).forEach(day -> chargeLater(a, day, -4));
        announceNext(a, -1);
        announceNext(a, 5);
      }
      default -> {}
    }
  }

  private static void chargeLater(Agreement a, LocalDate scheduled, int days) {
    BigDecimal amount = a.amountOn(scheduled);
    LocalDate dueOn = scheduled.plusDays(days);
    announce(a, scheduled.minusDays(12), dueOn, amount);
    a.pay(dueOn, "payment.succeeded", a.nextPaymentId(), amount);
  }

  private static void announceNext(Agreement a, int days) {
    LocalDate dueOn = a.terms.chargeBehind(a.today).plusDays(days);
    announce(a, a.today.minusDays(1), dueOn, a.amountOn(dueOn));
  }

  private static void announce(Agreement a, LocalDate day, LocalDate dueOn, BigDecimal amount) {
    a.happens(day, "charge.announced", "dueOn", dueOn, "amount", a.money(amount));
  }
}
