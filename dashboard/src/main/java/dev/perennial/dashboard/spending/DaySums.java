package dev.perennial.dashboard.spending;

import dev.perennial.dashboard.projection.Fields;
import dev.perennial.domain.Money;
import java.util.Currency;
import java.util.List;
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
  public List<CategorySum> lines() {
    return lines(days.stream());
  }

  /** What days come to, of whichever months. */
  static List<CategorySum> lines(Stream<Day> days) {
    return CategorySum.added(days.map(day -> new CategorySum(day.category(), day.amount())));
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
  public static List<Money> totals(List<CategorySum> lines) {
    return Money.added(lines.stream().map(CategorySum::amount)).stream()
        .filter(sum -> !sum.isZero())
        .toList();
  }

  public Money total(Currency currency) {
    return Sums.of(currency, days.stream().map(Day::amount));
  }

  Money category(Currency currency, String category) {
    return Sums.of(
        currency, days.stream().filter(day -> day.category().equals(category)).map(Day::amount));
  }
}
