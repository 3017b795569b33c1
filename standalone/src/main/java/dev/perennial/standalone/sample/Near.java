package dev.perennial.standalone.sample;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Stories of what is to be told of at the sample's instant: of days just ahead and just past. */
final class Near {

  private static final int NOTICE = 30;
  private static final int MONTHS = 12;
  private static final int SAID_BEFORE = 20;

  private Near() {}

  static void agree(Agreement a, Story story) {
    LocalDate today = a.today;
    switch (story) {
      case TRIAL_ENDS_IN_A_WEEK -> startTrial(a, today.minusDays(23), today.plusDays(7));
      case CANCEL_BY_TODAY -> cancelBy(a, today, "YEAR");
      case CANCEL_BY_TOMORROW -> cancelBy(a, today.plusDays(1), "YEAR");
      case CANCEL_WITHIN_DAYS -> cancelBy(a, today.plusDays(3), "MONTH");
      case CANCELLED_IN_TIME -> cancelBy(a, today.plusDays(2), "YEAR");
      case PRICE_RISE_IN_VAIN -> a.endsOn = today.plusDays(2);
      case ENDED_YESTERDAY -> end(a, today.minusDays(1));
      case LAST_INSTALMENT_LONG_PAID -> instalments(a, today.minusDays(2));
      default -> {}
    }
  }

  private static void startTrial(Agreement a, LocalDate started, LocalDate ends) {
    a.started = started;
    a.trialEnds = ends;
    a.terms = Terms.monthly(ends);
  }

  /** The day is the last to cancel; where that is for 29 February, the day before it is. */
  private static void cancelBy(Agreement a, LocalDate day, String unit) {
    a.started = day.plusDays(NOTICE).minusMonths(MONTHS);
    a.terms = new Terms(1, unit, a.started, "CLAMP");
    a.notice = JsonText.object("every", NOTICE, "unit", "DAY");
  }

  private static void end(Agreement a, LocalDate day) {
    a.endsOn = day;
    a.free(day, LocalDate.MAX);
  }

  /** The day on which one more would be due. */
  private static void instalments(Agreement a, LocalDate day) {
    a.started = day.minusMonths(MONTHS);
    a.terms = Terms.monthly(a.started);
    a.occurrences = MONTHS;
  }

  static void turn(Agreement a, Story story) {
    LocalDate today = a.today;
    switch (story) {
      case CANCELLED_IN_TIME ->
          a.happens(today.minusDays(9), "subscription.cancelled", "atPeriodEnd", true);
      case PRICE_RISE_IN_A_WEEK -> raisePrice(a, today.plusDays(7));
      case PRICE_RISE_JUST_PAST -> raisePrice(a, today.minusDays(3));
      case PRICE_RISE_IN_VAIN -> raisePrice(a, today.plusDays(3));
      case VARIABLE_WITHIN_DAYS ->
          changePrice(a, a.priceJson("VARIABLE", a.price), today.plusDays(4));
      case ENDED_BY_CANCELLING -> cancel(a, today.minusDays(10), today.minusDays(4));
      default -> {}
    }
  }

  private static void raisePrice(Agreement a, LocalDate from) {
    BigDecimal dearer = a.dearer();
    changePrice(a, a.priceJson(dearer), from);
    a.dearerFrom(from, dearer);
  }

  private static void changePrice(Agreement a, JsonText price, LocalDate from) {
    a.happens(
        from.minusDays(SAID_BEFORE), "subscription.changed", "price", price, "effectiveOn", from);
  }

  private static void cancel(Agreement a, LocalDate day, LocalDate effectiveOn) {
    a.happens(day, "subscription.cancelled", "effectiveOn", effectiveOn);
    a.free(effectiveOn, LocalDate.MAX);
  }

  static void end(Agreement a, Story story) {
    LocalDate today = a.today;
    switch (story) {
      case CANCEL_WITHIN_DAYS -> announce(a, today.plusDays(NOTICE + 3));
      case FAILED_YESTERDAY -> fail(a, today.minusDays(1));
      case FAILED_AND_CORRECTED -> {
        String payment = fail(a, today.minusDays(4));
        Mendings.correct(a, payment, today.minusDays(3), 90, null);
      }
      default -> {}
    }
  }

  /** The renewal that may still be avoided is to come two days later, and is to cost more. */
  private static void announce(Agreement a, LocalDate renewal) {
    a.happens(
        a.today.minusDays(1),
        "charge.announced",
        "dueOn",
        renewal.plusDays(2),
        "amount",
        a.money(a.dearer()));
  }

  private static String fail(Agreement a, LocalDate day) {
    return a.pay(day, "payment.failed", a.nextPaymentId());
  }
}
