package dev.perennial.notifier.wording;

import dev.perennial.domain.Money;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * Amounts as a locale writes them, with the currency's code instead of its sign: "$" alone would
 * leave open whose dollars are meant. Digits come from the exact decimal, never from a double.
 */
final class Amounts {

  private static final char NO_BREAK_SPACE = '\u00a0';

  private Amounts() {}

  /** "EUR 12.99" in English, "12,99 EUR" in German; a no-break space keeps the two together. */
  static String format(Money money, Locale locale) {
    return format(money, locale, NumberFormat.getNumberInstance(locale));
  }

  /** The same with a plus before what is more than nothing. */
  static String formatSigned(Money money, Locale locale) {
    var number = NumberFormat.getNumberInstance(locale);
    if (money.value().signum() > 0 && number instanceof DecimalFormat format) {
      format.setPositivePrefix("+");
    }
    return format(money, locale, number);
  }

  private static String format(Money money, Locale locale, NumberFormat number) {
    number.setMinimumFractionDigits(money.value().scale());
    number.setMaximumFractionDigits(money.value().scale());
    var digits = number.format(money.value());
    var code = money.currency().getCurrencyCode();
    return codeComesFirst(locale) ? code + NO_BREAK_SPACE + digits : digits + NO_BREAK_SPACE + code;
  }

  private static boolean codeComesFirst(Locale locale) {
    return NumberFormat.getCurrencyInstance(locale) instanceof DecimalFormat format
        && format.toPattern().indexOf('\u00a4') < format.toPattern().indexOf('#');
  }
}
