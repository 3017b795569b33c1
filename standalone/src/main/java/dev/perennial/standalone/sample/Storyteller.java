package dev.perennial.standalone.sample;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells one subscription's story: first what is agreed, then what is paid, then what befalls it.
 */
final class Storyteller {

  /** Days; so that it is no history yet when it is posted. */
  private static final int REPORTED = 28;

  private final Agreement agreement;
  private final LocalDate today;

  Storyteller(Agreement agreement) {
    this.agreement = agreement;
    this.today = agreement.today;
  }

  void tell(Story story) {
    if (story.isNews()) {
      agreement.reportedSince(today.minusDays(REPORTED));
    }
    agree(story);
    Contracts.agree(agreement, story);
    Near.agree(agreement, story);
    OddPayments.agree(agreement, story);
    Bills.agree(agreement, story);
    Replies.agree(agreement, story);
    Shares.agree(agreement, story);
    Abroad.agree(agreement, story);
    agreement.start();
    turn(story);
    Contracts.turn(agreement, story);
    TakenBack.turn(agreement, story);
    Near.turn(agreement, story);
    OddPayments.turn(agreement, story);
    Shares.turn(agreement, story);
    Abroad.turn(agreement, story);
    leave();
    Farewells.turn(agreement, story);
    List<LocalDate> days = agreement.chargeDays();
    for (LocalDate day : days) {
      if (!isToldApart(story, day, days)) {
        charge(day);
      }
    }
    end(story, days);
    LocalDate last = days.isEmpty() ? agreement.started : days.getLast();
    Mendings.end(agreement, story, last);
    OddPayments.end(agreement, story, last);
    Bills.end(agreement, story, last);
    Replies.end(agreement, story, last);
    Shares.end(agreement, story, last);
    Abroad.end(agreement, story, last);
    Farewells.end(agreement, story);
    Announcements.end(agreement, story, days);
    Near.end(agreement, story);
  }

  /** Nobody pays who has left, unless it came back. */
  private void leave() {
    LocalDate left = agreement.person.today(Farewells.leftAt(agreement.at));
    if (agreement.person.leaves() && agreement.started.isBefore(left)) {
      agreement.free(left, LocalDate.MAX);
    }
  }

  private void agree(Story story) {
    Agreement a = agreement;
    switch (story) {
      case YEARLY -> a.terms = new Terms(1, "YEAR", a.started, "CLAMP");
      case WEEKLY -> a.terms = new Terms(1, "WEEK", a.started, "CLAMP");
      case QUARTERLY -> a.terms = new Terms(3, "MONTH", a.started, "CLAMP");
      case EVERY_30_DAYS -> a.terms = new Terms(30, "DAY", a.started, "CLAMP");
      case ANCHOR_31 -> a.terms = Terms.monthly(lastOf31(a.started));
      case ANCHOR_END_OF_MONTH -> a.terms = onLastDay("END_OF_MONTH");
      case ANCHOR_SKIP -> a.terms = new Terms(1, "MONTH", lastOf31(a.started), "SKIP");
      case ANCHOR_FORWARD -> a.terms = new Terms(1, "MONTH", lastOf31(a.started), "FORWARD");
      case TRIAL_ENDS_TOMORROW -> startTrial(today.minusDays(13), today.plusDays(1));
      case TRIAL_CANCELLED -> startTrial(today.minusDays(9), today.plusDays(5));
      case TRIAL_LONG_AGO -> startTrial(a.started, a.started.plusDays(15));
      case MANUAL -> a.collection = "MANUAL";
      case LATE_START -> a.startDelay = Duration.ofDays(200);
      case MARKUP -> a.name = "<b>Bold & \"Sons\"</b> <script>alert(1)</script>";
      case ODD_KEYS -> nameOddly();
      case OWN_REMINDERS -> a.reminders = JsonText.object("leads", List.of(14, 3, 0));
      case ENDS_ON -> a.endsOn = today.plusDays(4);
      default -> {}
    }
  }

  private void nameOddly() {
    agreement.id = "family|50%|plan";
    agreement.category = "50% off | bundles";
  }

  private void startTrial(LocalDate started, LocalDate ends) {
    agreement.started = started;
    agreement.trialEnds = ends;
    agreement.terms = Terms.monthly(ends);
  }

  private static LocalDate lastOf31(LocalDate day) {
    LocalDate month = day.withDayOfMonth(1);
    return month.lengthOfMonth() == 31 ? month.withDayOfMonth(31) : lastOf31(month.minusDays(1));
  }

  private Terms onLastDay(String monthEnd) {
    LocalDate last = agreement.started.withDayOfMonth(agreement.started.lengthOfMonth());
    return new Terms(1, "MONTH", last, monthEnd);
  }

  /** What changes the later charges. */
  private void turn(Story story) {
    switch (story) {
      case PRICE_RISE -> raisePrice(today.minusDays(180), today.minusDays(210));
      case PRICE_RISE_AHEAD -> raisePrice(today.plusDays(3), today.minusDays(20));
      case PAUSED_AND_RESUMED -> pause(today.minusDays(200), today.minusDays(110), "UNCHANGED");
      case RESUMED_ANCHOR_NOW -> pause(today.minusDays(190), today.minusDays(85), "NOW");
      case PAUSED_OPEN -> pauseFrom(today.minusDays(40), null);
      case PAUSED_UNTIL -> pauseFrom(today.minusDays(12), today.plusDays(30));
      case CANCELLED_NOW -> cancel(today.minusDays(70));
      case CANCELLED_DATED -> cancelOn(today.minusDays(10), today.plusDays(20));
      case CANCELLED_AT_PERIOD_END, TRIAL_CANCELLED -> cancelAtPeriodEnd(today.minusDays(2));
      case REACTIVATED -> reactivate(today.minusDays(100), today.minusDays(95));
      case RECATEGORISED -> change(today.minusDays(150), "category", "reclassified");
      case RENAMED -> change(today.minusDays(60), "name", agreement.name + " (new)");
      case AMENDED_PRICE -> amendPrice();
      case TURNED_VARIABLE -> turnVariable(today.minusDays(160));
      default -> {}
    }
  }

  private void change(LocalDate day, String facet, String value) {
    agreement.happens(day, "subscription.changed", facet, value);
  }

  private void raisePrice(LocalDate from, LocalDate announced) {
    BigDecimal dearer = agreement.dearer();
    agreement.happens(
        announced,
        "subscription.changed",
        "price",
        agreement.priceJson(dearer),
        "effectiveOn",
        from);
    agreement.dearerFrom(from, dearer);
  }

  private void turnVariable(LocalDate day) {
    Agreement a = agreement;
    a.happens(day, "subscription.changed", "price", a.priceJson("VARIABLE", a.price));
    a.variableFrom(day);
  }

  private void amendPrice() {
    Agreement a = agreement;
    LocalDate day = today.minusDays(120);
    JsonText wrong = JsonText.object("price", a.priceJson(a.price.add(BigDecimal.TEN)));
    JsonText right = JsonText.object("price", a.priceJson(a.dearer()));
    a.amend(
        a.draft(a.moment(day), Feed.BILLING, "subscription.changed", wrong),
        a.draft(a.moment(day.plusDays(1)), Feed.BILLING, "subscription.changed", right));
    a.dearerFrom(day.plusDays(1), a.dearer());
  }

  private void pause(LocalDate from, LocalDate until, String anchor) {
    agreement.happens(from, "subscription.paused");
    agreement.happens(
        until, "subscription.resumed", "anchor", anchor.equals("NOW") ? anchor : null);
    agreement.free(from, until);
  }

  private void pauseFrom(LocalDate from, @Nullable LocalDate resumesOn) {
    agreement.happens(from, "subscription.paused", "resumesOn", resumesOn);
    agreement.free(from, LocalDate.MAX);
  }

  private void cancel(LocalDate day) {
    agreement.happens(day, "subscription.cancelled");
    agreement.free(day, LocalDate.MAX);
  }

  private void cancelOn(LocalDate day, LocalDate effectiveOn) {
    agreement.happens(day, "subscription.cancelled", "effectiveOn", effectiveOn);
  }

  private void cancelAtPeriodEnd(LocalDate day) {
    agreement.happens(day, "subscription.cancelled", "atPeriodEnd", true);
  }

  private void reactivate(LocalDate cancelled, LocalDate reactivated) {
    agreement.happens(cancelled, "subscription.cancelled", "atPeriodEnd", true);
    agreement.happens(reactivated, "subscription.reactivated");
  }

  /** Whether the story tells of this charge itself. */
  private static boolean isToldApart(Story story, LocalDate day, List<LocalDate> days) {
    return switch (story) {
      case LAST_PAYMENT_FAILED, FAILED_THEN_PAID, REFUNDED, PARTLY_REFUNDED, AMENDED_PAYMENT ->
          day.equals(days.getLast());
      case SHARED_AND_REFUNDED -> day.equals(days.getLast());
      default -> isToldElsewhere(story, day, days);
    };
  }

  private static boolean isToldElsewhere(Story story, LocalDate day, List<LocalDate> days) {
    return Mendings.isTold(story, day, days)
        || Announcements.isTold(story, day, days)
        || OddPayments.isTold(story, day, days)
        || Bills.isTold(story, day, days)
        || Replies.isTold(story, day, days)
        || Abroad.isTold(story, day, days);
  }

  private void charge(LocalDate day) {
    int chance = agreement.random.nextInt(200);
    if (chance == 0) {
      agreement.pay(day, "payment.failed", agreement.nextPaymentId());
      agreement.pay(day.plusDays(1));
    } else if (chance == 1) {
      refund(day, 100);
    } else if (chance == 2) {
      Mendings.correct(agreement, agreement.pay(day), day.plusDays(3), 90, null);
    } else if (chance == 3) {
      Mendings.chargeTwice(agreement, day);
    } else {
      agreement.pay(day);
    }
  }

  private void end(Story story, List<LocalDate> days) {
    LocalDate last = days.isEmpty() ? agreement.started : days.getLast();
    switch (story) {
      case LAST_PAYMENT_FAILED -> agreement.pay(last, "payment.failed", agreement.nextPaymentId());
      case FAILED_THEN_PAID -> retry(last);
      case REFUNDED -> refund(last, 100);
      case PARTLY_REFUNDED -> refund(last, 50);
      case AMENDED_PAYMENT -> amendPayment(last.minusDays(3));
      case EARLY_PAYMENT -> agreement.pay(agreement.started.minusDays(20));
      default -> {}
    }
  }

  /** The second attempt is the same payment. */
  private void retry(LocalDate day) {
    String payment = agreement.pay(day.minusDays(1), "payment.failed", agreement.nextPaymentId());
    agreement.pay(day, "payment.succeeded", payment);
  }

  private void refund(LocalDate day, int percent) {
    String payment = agreement.pay(day);
    BigDecimal back = Agreement.share(agreement.paid(payment), percent);
    agreement.refund(payment, day.plusDays(2), back);
  }

  private void amendPayment(LocalDate day) {
    Agreement a = agreement;
    String payment = a.nextPaymentId();
    JsonText wrong =
        JsonText.object("paymentId", payment, "amount", a.money(a.price.add(BigDecimal.TEN)));
    a.amend(
        a.draft(a.moment(day), Feed.BANK, "payment.succeeded", wrong),
        a.draft(
            a.moment(day.plusDays(1)),
            Feed.BANK,
            "payment.succeeded",
            a.payment(payment, day, a.amountOn(day))));
  }
}
