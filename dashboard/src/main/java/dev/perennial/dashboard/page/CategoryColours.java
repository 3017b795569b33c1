package dev.perennial.dashboard.page;

import dev.perennial.dashboard.spending.CategorySum;
import dev.perennial.dashboard.spending.MonthTotals;
import java.util.List;

/**
 * A category's colour is its place among the subscriber's categories, so that it is the same in
 * every panel.
 */
record CategoryColours(List<String> categories) {

  private static final int PALETTE = 8;

  static CategoryColours of(List<MonthTotals> months) {
    return new CategoryColours(
        months.stream()
            .flatMap(month -> month.lines().stream())
            .map(CategorySum::category)
            .distinct()
            .sorted()
            .toList());
  }

  /** 1 to 8; 0, the neutral one, for what has no category. */
  int of(String category) {
    return category.equals("uncategorised")
        ? 0
        : Math.max(categories.indexOf(category), 0) % PALETTE + 1;
  }
}
