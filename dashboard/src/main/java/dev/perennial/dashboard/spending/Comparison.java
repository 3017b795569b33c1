package dev.perennial.dashboard.spending;

import dev.perennial.domain.Money;

/**
 * This month's spend beside last month's up to the same day.
 *
 * @param thisMonth all of this month so far
 * @param sameDayLastMonth last month from its first day to the same day of the month; the whole
 *     month if it is shorter
 */
public record Comparison(Money thisMonth, Money sameDayLastMonth) {

  public Money change() {
    return thisMonth.plus(sameDayLastMonth.negated());
  }

  boolean isNothing() {
    return thisMonth.isZero() && sameDayLastMonth.isZero();
  }
}
