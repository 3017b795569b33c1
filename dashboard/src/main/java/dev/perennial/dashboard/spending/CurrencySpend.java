package dev.perennial.dashboard.spending;

import dev.perennial.domain.Money;
import java.util.Currency;
import java.util.List;

/**
 * A subscriber's spend in one currency.
 *
 * @param lastMonth the whole of last month
 * @param categories those with spend in either span, the largest this month first
 */
public record CurrencySpend(
    Currency currency, Comparison total, Money lastMonth, List<CategorySpend> categories) {

  /** As long as nothing was paid in a currency. */
  public static CurrencySpend nothing(Currency currency) {
    Money zero = Money.zero(currency);
    return new CurrencySpend(currency, new Comparison(zero, zero), zero, List.of());
  }

  /** One category's share of it. */
  public record CategorySpend(String category, Comparison amount) {}
}
