package dev.perennial.domain.total;

import dev.perennial.domain.Money;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Spend of one month: sums by category and by day, a currency at a time. Sums of zero are left out,
 * so a total depends on what it is the sum of, and on nothing else.
 */
public record MonthlyTotal(SortedMap<Line, Money> lines, SortedMap<Day, Money> days) {

  private static final MonthlyTotal EMPTY =
      new MonthlyTotal(Collections.emptySortedMap(), Collections.emptySortedMap());

  /** What a line is the sum of. */
  public record Line(Currency currency, String category) implements Comparable<Line> {

    private static final Comparator<Line> ORDER =
        Comparator.comparing((Line line) -> line.currency().getCurrencyCode())
            .thenComparing(Line::category);

    @Override
    public int compareTo(Line other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * @param day of the month, 1 to 31
   */
  public record Day(int day, Currency currency) implements Comparable<Day> {

    private static final Comparator<Day> ORDER =
        Comparator.comparingInt(Day::day).thenComparing(day -> day.currency().getCurrencyCode());

    @Override
    public int compareTo(Day other) {
      return ORDER.compare(this, other);
    }
  }

  public MonthlyTotal {
    lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
  }

  public static MonthlyTotal empty() {
    return EMPTY;
  }

  public MonthlyTotal plus(Contribution contribution) {
    Money amount = contribution.amount();
    return new MonthlyTotal(
        added(lines, new Line(amount.currency(), contribution.category()), amount),
        added(days, new Day(contribution.day().getDayOfMonth(), amount.currency()), amount));
  }

  public MonthlyTotal minus(Contribution contribution) {
    return plus(contribution.negated());
  }

  public boolean isEmpty() {
    return lines.isEmpty() && days.isEmpty();
  }

  private static <K> SortedMap<K, Money> added(SortedMap<K, Money> sums, K key, Money amount) {
    SortedMap<K, Money> changed = new TreeMap<>(sums);
    Money sum = sums.containsKey(key) ? sums.get(key).plus(amount) : amount;
    if (sum.isZero()) {
      changed.remove(key);
    } else {
      changed.put(key, sum);
    }
    return changed;
  }
}
