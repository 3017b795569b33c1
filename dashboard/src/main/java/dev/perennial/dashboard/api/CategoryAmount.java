package dev.perennial.dashboard.api;

import dev.perennial.dashboard.spending.CategorySum;
import io.swagger.v3.oas.annotations.media.Schema;

/** What one category comes to in one currency. */
@Schema(name = "CategoryTotal")
record CategoryAmount(@Schema(example = "streaming") String category, MoneyAnswer amount) {

  static CategoryAmount of(CategorySum sum) {
    return new CategoryAmount(sum.category(), MoneyAnswer.of(sum.amount()));
  }
}
