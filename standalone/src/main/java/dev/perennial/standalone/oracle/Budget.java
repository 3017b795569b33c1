package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber means to spend in a period at most.
 *
 * @param category null for all of them together
 */
record Budget(@Nullable String category, BigDecimal value, String currency) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal NINETY_FIVE = BigDecimal.valueOf(95);

  static List<Budget> all(List<?> said) {
    return said.stream().map(Happening::map).map(Budget::of).toList();
  }

  private static Budget of(Map<String, Object> said) {
    Map<String, Object> amount = Happening.map(said.get("amount"));
    return new Budget(
        said.get("category") instanceof String category ? category : null,
        Amounts.value(amount),
        Amounts.currency(amount));
  }

  Map<String, Object> amount() {
    return Amounts.document(value, currency);
  }

  boolean isExceededBy(BigDecimal spent) {
    return spent.compareTo(value) > 0;
  }

  /** Whether so little is spent that it is exceeded no more: 95 in a hundred, or less. */
  boolean isRecoveredAt(BigDecimal spent) {
    return spent.multiply(HUNDRED).compareTo(value.multiply(NINETY_FIVE)) <= 0;
  }

  boolean counts(String spentOn) {
    return category == null || category.equals(spentOn);
  }
}
