package dev.perennial.domain;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An exact amount of one currency. The value always has the currency's own number of fraction
 * digits (ISO 4217: EUR 2, JPY 0), so equal amounts are equal records and print alike.
 *
 * @param value the amount in units of the currency; more fraction digits than the currency has are
 *     rejected, never rounded
 * @param currency the ISO 4217 currency
 */
public record Money(BigDecimal value, Currency currency) {

  /**
   * @throws ArithmeticException if the value has more fraction digits than the currency
   */
  public Money {
    requireNonNull(currency, "currency");
    value = value.setScale(scaleOf(currency), RoundingMode.UNNECESSARY);
  }

  /**
   * @throws ArithmeticException if the value has more fraction digits than the currency
   * @throws IllegalArgumentException if the currency code is unknown
   */
  public static Money of(String value, String currencyCode) {
    return new Money(new BigDecimal(value), Currency.getInstance(currencyCode));
  }

  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  /** The currency's number of fraction digits; 0 for those that have none of their own (XAU). */
  public static int scaleOf(Currency currency) {
    return Math.max(currency.getDefaultFractionDigits(), 0);
  }

  /**
   * @throws IllegalArgumentException if the other amount is of another currency
   */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "Amounts of %s and %s are never added".formatted(currency, other.currency));
    }
    return new Money(value.add(other.value), currency);
  }

  /** Amounts added a currency at a time, by currency code; a sum of zero stays. */
  public static List<Money> added(Stream<Money> amounts) {
    Map<String, Money> sums = new TreeMap<>();
    amounts.forEach(amount -> sums.merge(amount.currency.getCurrencyCode(), amount, Money::plus));
    return List.copyOf(sums.values());
  }

  public Money negated() {
    return new Money(value.negate(), currency);
  }

  public boolean isZero() {
    return value.signum() == 0;
  }
}
