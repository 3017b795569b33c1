package dev.perennial.ingest.wallos;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * "€12.99": a symbol and an amount without anything between them, as Wallos writes it.
 *
 * @param value a decimal number
 * @param currency an ISO 4217 code
 */
record Price(String value, String currency) {

  /** A point belongs to the symbol behind a letter only: "Fr.9.99". */
  private static final Pattern PARTS =
      Pattern.compile("([^\\d.,-]*\\p{L}\\.|[^\\d.,-]*)(\\d+(?:\\.\\d+)?)");

  /**
   * @param fallback for a symbol that does not say which currency it is; null: none
   * @throws Unreadable decimal-comma, price-format or currency-ambiguous
   */
  static Price parse(String text, @Nullable String fallback) {
    if (text.indexOf(',') >= 0) {
      throw new Unreadable(
          Field.PRICE, "decimal-comma", "Amounts have a decimal point and no separators.");
    }
    Matcher parts = PARTS.matcher(text.strip());
    if (!parts.matches()) {
      throw new Unreadable(
          Field.PRICE, "price-format", "A symbol and a decimal number are due: €12.99.");
    }
    String symbol = parts.group(1).strip();
    String currency = Symbols.code(symbol).orElse(fallback);
    if (currency == null) {
      throw new Unreadable(
          Field.PRICE,
          "currency-ambiguous",
          "The symbol does not say which currency it is; ?currency= does.");
    }
    return new Price(parts.group(2), currency);
  }
}
