package dev.perennial.standalone.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Stories of what is not paid in one's own currency. */
final class Abroad {

  private Abroad() {}

  static void agree(Agreement a, Story story) {
    switch (story) {
      case PAID_ABROAD, PAID_ABROAD_AND_REFUNDED -> priceIn(a, foreign(a, "USD"));
      case PAID_ABROAD_IN_YEN -> priceIn(a, foreign(a, "JPY"));
      case SHARED_ABROAD -> {
        priceIn(a, foreign(a, "CHF"));
        a.share = JsonText.object("part", 1, "of", 3);
      }
      default -> {}
    }
  }

  private static void priceIn(Agreement a, String currency) {
    a.currency = currency;
    a.laterCurrency = currency;
    a.price = a.product.priceIn(currency);
  }

  /** One that is not the subscriber's. */
  private static String foreign(Agreement a, String wanted) {
    return a.person.currency().equals(wanted) ? "GBP" : wanted;
  }

  static void turn(Agreement a, Story story) {
    if (story == Story.PRICE_MOVED_ABROAD) {
      LocalDate day = a.today.minusDays(75);
      String currency = foreign(a, "EUR");
      a.laterCurrency = currency;
      a.dearerFrom(day, a.product.priceIn(currency));
      JsonText price = JsonText.object("kind", "FIXED", "amount", price(a, currency));
      a.happens(day, "subscription.changed", "price", price);
    }
  }

  static boolean isTold(Story story, LocalDate day, List<LocalDate> days) {
    return switch (story) {
      case PAID_ABROAD_AND_REFUNDED, CORRECTED_ABROAD, REFUNDED_ABROAD ->
          day.equals(days.getLast());
      default -> false;
    };
  }

  static void end(Agreement a, Story story, LocalDate last) {
    switch (story) {
      case PAID_ABROAD_AND_REFUNDED -> refundTwice(a, last);
      case CORRECTED_ABROAD -> correct(a, a.pay(last), last.plusDays(1));
      case REFUNDED_ABROAD -> refund(a, a.pay(last), last.plusDays(1));
      default -> {}
    }
  }

  private static void refundTwice(Agreement a, LocalDate day) {
    String payment = a.pay(day);
    BigDecimal third = Agreement.share(a.paid(payment), 33);
    a.refund(payment, day.plusDays(1), third);
    a.happens(
        day.plusDays(2),
        "payment.refunded",
        "paymentId",
        payment,
        "refundId",
        "again-" + payment,
        "amount",
        a.money(third, payment));
  }

  /** It was another currency all along. */
  private static void correct(Agreement a, String payment, LocalDate day) {
    a.happens(
        day, "payment.corrected", "paymentId", payment, "amount", price(a, foreign(a, "USD")));
  }

  /** What comes back comes in another currency. */
  private static void refund(Agreement a, String payment, LocalDate day) {
    a.happens(
        day,
        "payment.refunded",
        "paymentId",
        payment,
        "refundId",
        "abroad-" + payment,
        "amount",
        price(a, foreign(a, "EUR")));
  }

  private static JsonText price(Agreement a, String currency) {
    return Feed.amount(a.product.priceIn(currency).toPlainString(), currency);
  }
}
