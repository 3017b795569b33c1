package dev.perennial.dashboard.page;

import dev.perennial.dashboard.spending.DaySums;
import dev.perennial.dashboard.spending.MonthTotals;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What was spent up to each day of this month and of the last.
 *
 * @param days labels of the days, as many as the longer month has
 * @param series this month (up to today) and last month
 */
record DailyChart(String kind, List<String> days, List<Series> series) {

  /** A line of sums that only refunds let fall. */
  record Series(String name, List<Figure> points) {}

  static DailyChart of(
      Currency currency,
      List<MonthTotals> lastTwo,
      Function<MonthTotals, DaySums> sums,
      LocalDate today) {
    YearMonth current = YearMonth.from(today);
    YearMonth before = current.minusMonths(1);
    int longest = Math.max(current.lengthOfMonth(), before.lengthOfMonth());
    return new DailyChart(
        "daily",
        IntStream.rangeClosed(1, longest).mapToObj(Integer::toString).toList(),
        List.of(
            series(currency, lastTwo.getLast(), sums, today.getDayOfMonth()),
            series(currency, lastTwo.getFirst(), sums, before.lengthOfMonth())));
  }

  private static Series series(
      Currency currency, MonthTotals month, Function<MonthTotals, DaySums> sums, int days) {
    List<Figure> points = new ArrayList<>();
    for (int day = 1; day <= days; day++) {
      points.add(Figure.of(sums.apply(month).upTo(day).total(currency)));
    }
    return new Series(Dates.month(month.month()), points);
  }
}
