package dev.perennial.dashboard.spending;

import dev.perennial.domain.period.Period;
import java.util.List;
import java.util.function.Function;

/**
 * What was spent on the days of a period, at home.
 *
 * @param home by currency, then category
 * @param unconverted what has no rate, as it was paid
 */
public record PeriodSpend(List<CategorySum> home, List<CategorySum> unconverted) {

  public PeriodSpend {
    home = List.copyOf(home);
    unconverted = List.copyOf(unconverted);
  }

  static PeriodSpend of(Period period, List<MonthTotals> months) {
    List<MonthTotals> within = months.stream().map(month -> month.within(period)).toList();
    return new PeriodSpend(
        lines(within, MonthTotals::home), lines(within, MonthTotals::unconverted));
  }

  private static List<CategorySum> lines(
      List<MonthTotals> months, Function<MonthTotals, DaySums> sums) {
    return DaySums.lines(months.stream().map(sums).flatMap(each -> each.days().stream()));
  }
}
