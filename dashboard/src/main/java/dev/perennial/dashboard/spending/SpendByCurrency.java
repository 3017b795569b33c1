package dev.perennial.dashboard.spending;

import dev.perennial.dashboard.spending.CurrencySpend.CategorySpend;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares this month with last month, a currency at a time.
 *
 * @param months oldest first, this month last, at least two
 */
record SpendByCurrency(List<DaySums> months, int dayOfMonth) {

  private static final Comparator<CategorySpend> LARGEST_FIRST =
      Comparator.comparing((CategorySpend spend) -> spend.amount().thisMonth().value())
          .reversed()
          .thenComparing(CategorySpend::category);

  /** Every currency of the months given, by code. */
  List<CurrencySpend> compare() {
    return currencies().map(this::spend).toList();
  }

  private Stream<Currency> currencies() {
    return months.stream()
        .flatMap(month -> month.days().stream())
        .map(day -> day.amount().currency())
        .distinct()
        .sorted(Comparator.comparing(Currency::getCurrencyCode));
  }

  private CurrencySpend spend(Currency currency) {
    Comparison total =
        new Comparison(thisMonth().total(currency), sameDayLastMonth().total(currency));
    return new CurrencySpend(currency, total, lastMonth().total(currency), categories(currency));
  }

  private List<CategorySpend> categories(Currency currency) {
    return Stream.of(thisMonth(), sameDayLastMonth())
        .flatMap(month -> month.days().stream())
        .map(DaySums.Day::category)
        .distinct()
        .map(category -> new CategorySpend(category, comparison(currency, category)))
        .filter(spend -> !spend.amount().isNothing())
        .sorted(LARGEST_FIRST)
        .toList();
  }

  private Comparison comparison(Currency currency, String category) {
    return new Comparison(
        thisMonth().category(currency, category), sameDayLastMonth().category(currency, category));
  }

  private DaySums thisMonth() {
    return months.getLast();
  }

  private DaySums lastMonth() {
    return months.get(months.size() - 2);
  }

  private DaySums sameDayLastMonth() {
    return lastMonth().upTo(dayOfMonth);
  }
}
