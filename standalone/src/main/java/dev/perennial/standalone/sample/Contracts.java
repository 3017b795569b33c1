package dev.perennial.standalone.sample;

import java.time.LocalDate;

/** Stories of subscriptions that one cannot leave at once, and of those that end by themselves. */
final class Contracts {

  private Contracts() {}

  static void agree(Agreement a, Story story) {
    switch (story) {
      case CLUB_WITH_NOTICE, NOTICE_SHORTENED, CANCELLED_WITH_NOTICE ->
          a.notice = notice(3, "MONTH");
      case PHONE_WITH_NOTICE -> contract(a, 24, notice(30, "DAY"));
      case CANCELLED_WITH_NOTICE_LONG_AGO -> a.notice = notice(30, "DAY");
      case CONTRACT_OVER, CONTRACT_PAUSED, CONTRACT_EXTENDED -> a.occurrences = 12;
      case CONTRACT_RUNS -> a.occurrences = 24;
      case LAST_INSTALMENT_AHEAD -> instalments(a, 11);
      case NO_INSTALMENT_LEFT -> instalments(a, 12);
      default -> {}
    }
  }

  private static JsonText notice(int every, String unit) {
    return JsonText.object("every", every, "unit", unit);
  }

  private static void contract(Agreement a, int occurrences, JsonText notice) {
    a.occurrences = occurrences;
    a.notice = notice;
  }

  /** Twelve of them; in three days so many months will have passed since the first. */
  private static void instalments(Agreement a, int months) {
    a.started = a.today.plusDays(3).minusMonths(months);
    a.terms = Terms.monthly(a.started);
    a.occurrences = 12;
  }

  static void turn(Agreement a, Story story) {
    LocalDate today = a.today;
    switch (story) {
      case NOTICE_SHORTENED -> shortenNotice(a, today.minusDays(30), today.plusDays(15));
      case CANCELLED_WITH_NOTICE -> cancel(a, today.minusDays(20));
      case CANCELLED_WITH_NOTICE_LONG_AGO -> cancelWithinDays(a, today.minusDays(200), 30);
      case CANCELLED_THEN_BILLED_ANEW -> billAnew(a, today.minusDays(40));
      case CONTRACT_PAUSED -> pause(a, today.minusDays(200), today.minusDays(110));
      case CONTRACT_EXTENDED -> extend(a, today.minusDays(90));
      case CONTRACT_OVER -> announceInVain(a, today.minusDays(5), today.plusDays(10));
      default -> {}
    }
  }

  private static void shortenNotice(Agreement a, LocalDate day, LocalDate from) {
    a.happens(day, "subscription.changed", "notice", notice(1, "MONTH"), "effectiveOn", from);
  }

  private static void cancel(Agreement a, LocalDate day) {
    a.happens(day, "subscription.cancelled", "atPeriodEnd", true);
  }

  private static void cancelWithinDays(Agreement a, LocalDate day, int notice) {
    cancel(a, day);
    a.free(a.terms.chargeBehind(day.plusDays(notice - 1)), LocalDate.MAX);
  }

  /** What is agreed after cancelling, and dated back, moves the end of the period. */
  private static void billAnew(Agreement a, LocalDate day) {
    cancel(a, day);
    a.happens(
        day.plusDays(25),
        "subscription.changed",
        "billing",
        new Terms(3, "MONTH", a.started, "CLAMP").json(),
        "effectiveOn",
        day.plusDays(2));
    a.free(day.plusDays(2), LocalDate.MAX);
  }

  private static void pause(Agreement a, LocalDate from, LocalDate until) {
    a.happens(from, "subscription.paused");
    a.happens(until, "subscription.resumed");
    a.free(from, until);
  }

  private static void extend(Agreement a, LocalDate day) {
    a.happens(day, "subscription.changed", "occurrences", 18);
    a.occurrences = 18;
  }

  private static void announceInVain(Agreement a, LocalDate day, LocalDate dueOn) {
    a.happens(day, "charge.announced", "dueOn", dueOn, "amount", a.money(a.price));
  }
}
