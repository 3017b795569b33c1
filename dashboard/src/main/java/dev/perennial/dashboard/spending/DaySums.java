package dev.perennial.dashboard.spending;

import dev.perennial.dashboard.projection.Fields;
import dev.perennial.domain.Money;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** Sums of a month by day, category and currency. */
public record DaySums(List<Day> days) {

  static final DaySums NONE = new DaySums(List.of());

  /**
   * One day's sum of one category in one currency.
   *
   * @param day of the month
   */
  public record Day(int day, String category, Money amount) {}

  /** What several days come to in one category and currency. */
  public record Line(String category, Money amount) {

    private static final Comparator<Line> BY_CURRENCY =
        Comparator.comparing((Line line) -> line.amount().currency().getCurrencyCode())
            .thenComparing(Line::category);

    private Line plus(Line other) {
      return new Line(category, amount.plus(other.amount));
    }
  }

  private record Key(String category, Currency currency) {}

  public DaySums {
    days = List.copyOf(days);
  }

  static DaySums read(List<Fields> days) {
    return new DaySums(
        days.stream()
            .map(day -> new Day(day.integer("day"), day.text("category"), day.money("amount")))
            .toList());
  }

  /** By currency, then category; those that come to nothing are left out. */
  public List<Line> lines() {
    return lines(days.stream());
  }

  /** What days come to, of whichever months. */
  static List<Line> lines(Stream<Day> days) {
    Map<Key, Line> sums = new HashMap<>();
    days.map(day -> new Line(day.category(), day.amount()))
        .forEach(
            line ->
                sums.merge(new Key(line.category(), line.amount().currency()), line, Line::plus));
    return sums.values().stream()
        .filter(line -> !line.amount().isZero())
        .sorted(Line.BY_CURRENCY)
        .toList();
  }

  DaySums on(IntPredicate wanted) {
    return new DaySums(days.stream().filter(day -> wanted.test(day.day())).toList());
  }

  /** Those from the first up to this one. */
  public DaySums upTo(int dayOfMonth) {
    return on(day -> day <= dayOfMonth);
  }

  /** By currency; those of nothing are left out. */
  List<Money> totals() {
    return totals(lines());
  }

  /** Of all categories, by currency; those of nothing are left out. */
  public static List<Money> totals(List<Line> lines) {
    Map<String, Money> sums = new TreeMap<>();
    lines.stream()
        .map(Line::amount)
        .forEach(amount -> sums.merge(amount.currency().getCurrencyCode(), amount, Money::plus));
    return sums.values().stream().filter(sum -> !sum.isZero()).toList();
  }

  public Money total(Currency currency) {
    return Sums.of(currency, days.stream().map(Day::amount));
  }

  Money category(Currency currency, String category) {
    return Sums.of(
        currency, days.stream().filter(day -> day.category().equals(category)).map(Day::amount));
  }
}
