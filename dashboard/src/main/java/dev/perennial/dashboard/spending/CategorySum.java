package dev.perennial.dashboard.spending;

import dev.perennial.domain.Money;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What one category comes to in one currency. */
public record CategorySum(String category, Money amount) {

  private static final Comparator<CategorySum> ORDER =
      Comparator.comparing((CategorySum sum) -> sum.amount().currency().getCurrencyCode())
          .thenComparing(CategorySum::category);

  private record Key(String category, Currency currency) {}

  /** One for each category and currency, by currency, then category; without those of nothing. */
  public static List<CategorySum> added(Stream<CategorySum> sums) {
    Map<Key, CategorySum> added = new HashMap<>();
    sums.forEach(
        sum ->
            added.merge(new Key(sum.category(), sum.amount().currency()), sum, CategorySum::plus));
    return added.values().stream().filter(sum -> !sum.amount().isZero()).sorted(ORDER).toList();
  }

  private CategorySum plus(CategorySum other) {
    return new CategorySum(category, amount.plus(other.amount));
  }
}
