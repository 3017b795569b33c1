package dev.perennial.domain.total;

import dev.perennial.domain.Money;
import dev.perennial.domain.exchange.Converted;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Spend of one month by day, category and currency. Sums of zero are left out, so a total depends
 * on what it is the sum of, and on nothing else.
 *
 * @param days in the currencies that were paid
 * @param home in the home currencies of the moments of payment
 * @param unconverted what is in days, and for want of a rate not in home
 */
public record MonthlyTotal(
    SortedMap<Day, Money> days, SortedMap<Day, Money> home, SortedMap<Day, Money> unconverted) {

  private static final MonthlyTotal EMPTY =
      new MonthlyTotal(
          Collections.emptySortedMap(), Collections.emptySortedMap(), Collections.emptySortedMap());

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
   * What a sum of one day is of.
   *
   * @param day of the month, 1 to 31
   */
  public record Day(int day, String category, Currency currency) implements Comparable<Day> {

    private static final Comparator<Day> ORDER =
        Comparator.comparingInt(Day::day)
            .thenComparing(day -> day.currency().getCurrencyCode())
            .thenComparing(Day::category);

    @Override
    public int compareTo(Day other) {
      return ORDER.compare(this, other);
    }
  }

  public MonthlyTotal {
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    home = Collections.unmodifiableSortedMap(new TreeMap<>(home));
    unconverted = Collections.unmodifiableSortedMap(new TreeMap<>(unconverted));
  }

  public static MonthlyTotal empty() {
    return EMPTY;
  }

  public MonthlyTotal plus(Contribution contribution) {
    return plus(List.of(contribution));
  }

  /**
   * @param contributions of the month
   */
  public MonthlyTotal plus(List<Contribution> contributions) {
    SortedMap<Day, Money> newDays = new TreeMap<>(days);
    SortedMap<Day, Money> newHome = new TreeMap<>(home);
    SortedMap<Day, Money> newUnconverted = new TreeMap<>(unconverted);
    for (Contribution each : contributions) {
      add(newDays, each, each.amount());
      switch (each.home()) {
        case Converted.Amount converted -> add(newHome, each, converted.amount());
        case Converted.Missing missing -> add(newUnconverted, each, each.amount());
        case Converted.Unasked unasked -> {}
      }
    }
    return new MonthlyTotal(newDays, newHome, newUnconverted);
  }

  public MonthlyTotal minus(Contribution contribution) {
    return minus(List.of(contribution));
  }

  /**
   * @param contributions that were added before
   */
  public MonthlyTotal minus(List<Contribution> contributions) {
    return plus(contributions.stream().map(Contribution::negated).toList());
  }

  /** The days added by category and currency; a sum of zero is no line. */
  public SortedMap<Line, Money> lines() {
    SortedMap<Line, Money> lines = new TreeMap<>();
    days.forEach(
        (day, sum) -> lines.merge(new Line(day.currency(), day.category()), sum, Money::plus));
    lines.values().removeIf(Money::isZero);
    return Collections.unmodifiableSortedMap(lines);
  }

  public boolean isEmpty() {
    return days.isEmpty() && home.isEmpty() && unconverted.isEmpty();
  }

  private static void add(SortedMap<Day, Money> sums, Contribution each, Money amount) {
    Day day = new Day(each.day().getDayOfMonth(), each.category(), amount.currency());
    Money sum = sums.merge(day, amount, Money::plus);
    if (sum.isZero()) {
      sums.remove(day);
    }
  }
}
