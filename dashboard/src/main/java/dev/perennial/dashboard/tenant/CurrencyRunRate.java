package dev.perennial.dashboard.tenant;

import java.util.Currency;
import java.util.List;

/**
 * A tenant's run rate through a month in one currency.
 *
 * @param total of all categories
 * @param categories by name
 */
public record CurrencyRunRate(
    Currency currency, RunRateMonth total, List<CategoryRunRate> categories) {

  /** One category's part of it. */
  public record CategoryRunRate(String category, RunRateMonth month) {}

  public CurrencyRunRate {
    categories = List.copyOf(categories);
  }
}
