package dev.perennial.standalone.sample;

import java.time.LocalDate;

/** Stories of what is paid together with others, and of billing that will be another. */
final class Shares {

  private Shares() {}

  static void agree(Agreement a, Story story) {
    switch (story) {
      case SHARED, SHARED_AND_REFUNDED, SHARE_ENDED -> a.share = share(1, 3);
      case SHARED_YEARLY -> {
        a.share = share(2, 7);
        a.terms = new Terms(1, "YEAR", a.started, "CLAMP");
      }
      default -> {}
    }
  }

  private static JsonText share(int part, int of) {
    return JsonText.object("part", part, "of", of);
  }

  static void turn(Agreement a, Story story) {
    LocalDate today = a.today;
    switch (story) {
      case SHARED_LATER -> change(a, today.minusDays(100), share(1, 2), null);
      case SHARE_ENDED -> change(a, today.minusDays(60), share(1, 1), null);
      case SHARE_AHEAD -> change(a, today.minusDays(9), share(2, 3), today.plusDays(20));
      case BILLING_AHEAD ->
          a.happens(
              today.minusDays(8),
              "subscription.changed",
              "billing",
              new Terms(3, "MONTH", a.started, "CLAMP").json(),
              "effectiveOn",
              today.plusDays(40));
      default -> {}
    }
  }

  private static void change(
      Agreement a,
      LocalDate day,
      JsonText share,
      @org.jspecify.annotations.Nullable LocalDate from) {
    a.happens(day, "subscription.changed", "share", share, "effectiveOn", from);
  }

  static void end(Agreement a, Story story, LocalDate last) {
    if (story == Story.SHARED_AND_REFUNDED) {
      String payment = a.pay(last);
      a.refund(payment, last.plusDays(1), a.paid(payment));
    }
  }
}
