package dev.perennial.dashboard.page;

import dev.perennial.domain.Money;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * An amount as a page shows it.
 *
 * @param value the exact decimal, for programs: {@code 1234.50}
 * @param text for people: {@code €1,234.50}
 */
public record Figure(String value, String text) {

  /** The language of the pages. */
  static final Locale LOCALE = Locale.US;

  static Figure of(Money money) {
    return new Figure(money.value().toPlainString(), text(money));
  }

  /** With a plus sign where it is more than nothing. */
  static Figure change(Money money) {
    String sign = money.value().signum() > 0 ? "+" : "";
    return new Figure(money.value().toPlainString(), sign + text(money));
  }

  private static String text(Money money) {
    NumberFormat format = NumberFormat.getCurrencyInstance(LOCALE);
    format.setCurrency(money.currency());
    int scale = Money.scaleOf(money.currency());
    format.setMinimumFractionDigits(scale);
    format.setMaximumFractionDigits(scale);
    return format.format(money.value());
  }
}
