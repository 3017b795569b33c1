package dev.perennial.dashboard.tenant;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import dev.perennial.domain.Money;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The run rate of some subscriptions month by month, in one pass over its movements. */
record RunRateSeries(Map<YearMonth, RunRateMonth> months) {

  /**
   * @param movements of one currency, from the very first on
   */
  static RunRateSeries of(
      Currency currency, List<Movement> movements, YearMonth first, YearMonth last) {
    Map<Boolean, List<Movement>> early =
        movements.stream().collect(groupingBy(movement -> movement.month().isBefore(first)));
    Map<YearMonth, List<Movement>> byMonth =
        early.getOrDefault(false, List.of()).stream().collect(groupingBy(Movement::month));
    Money start = RunRateMonth.moved(Money.zero(currency), early.getOrDefault(true, List.of()));
    Map<YearMonth, RunRateMonth> months = new HashMap<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      RunRateMonth through = RunRateMonth.of(start, byMonth.getOrDefault(month, List.of()));
      months.put(month, through);
      start = through.end();
    }
    return new RunRateSeries(months);
  }

  /**
   * @param month one that the series was made for
   */
  RunRateMonth in(YearMonth month) {
    return requireNonNull(months.get(month));
  }
}
