package dev.perennial.ingest.stripe;

import dev.perennial.domain.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stripe's amounts, which are whole numbers of a currency's smallest unit as Stripe sees it
 * (docs.stripe.com/currencies). ISK and UGX have no fraction, and Stripe writes them with two
 * digits all the same; HUF and TWD have two digits but for payouts.
 */
final class MinorUnits {

  private static final Set<String> WITHOUT_FRACTION =
      Set.of(
          "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF",
          "XOF", "XPF");

  private static final Set<String> OF_THREE_DIGITS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

  private MinorUnits() {}

  /**
   * What was paid, refunded or is to be paid, as an event says it.
   *
   * @throws Unmappable where it is finer than the currency is
   */
  static ObjectNode exact(BigDecimal minor, StripeObject holder) {
    Currency currency = currency(holder);
    try {
      return amount(
          major(minor, currency).setScale(scale(currency), RoundingMode.UNNECESSARY), currency);
    } catch (ArithmeticException tooFine) {
      throw new Unmappable(holder.place() + ".amount");
    }
  }

  /** A price times a quantity, which may be finer than the currency: half to even. */
  static ObjectNode rounded(BigDecimal minor, StripeObject holder) {
    Currency currency = currency(holder);
    return amount(
        major(minor, currency).setScale(scale(currency), RoundingMode.HALF_EVEN), currency);
  }

  private static int scale(Currency currency) {
    return Money.scaleOf(currency);
  }

  private static BigDecimal major(BigDecimal minor, Currency currency) {
    return minor.movePointLeft(digits(currency.getCurrencyCode()));
  }

  private static int digits(String code) {
    if (WITHOUT_FRACTION.contains(code)) {
      return 0;
    }
    return OF_THREE_DIGITS.contains(code) ? 3 : 2;
  }

  /** Stripe writes its code in small letters. */
  private static Currency currency(StripeObject holder) {
    try {
      return Currency.getInstance(holder.required("currency").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new Unmappable(holder.place() + ".currency");
    }
  }

  private static ObjectNode amount(BigDecimal value, Currency currency) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("value", value.toPlainString())
        .put("currency", currency.getCurrencyCode());
  }
}
