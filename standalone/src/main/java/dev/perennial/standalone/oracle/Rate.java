package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;

/**
 * By what an amount is converted.
 *
 * @param source where the rates come from
 * @param from how much of the amount's currency one of the base is worth, as it was published
 * @param to the same of the wanted currency
 */
record Rate(String base, LocalDate date, String source, BigDecimal from, BigDecimal to) {

  /** Rounded once, to the digits of the currency. */
  BigDecimal convert(BigDecimal amount, String currency) {
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return amount.multiply(to).divide(from, digits, RoundingMode.HALF_EVEN);
  }

  Map<String, Object> document() {
    return Document.map(
        "base",
        base,
        "date",
        date,
        "source",
        source,
        "from",
        from,
        "to",
        to,
        "receivedAt",
        Instant.class);
  }
}
