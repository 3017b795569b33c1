package dev.perennial.standalone.agreement;

import dev.perennial.domain.Money;
import dev.perennial.domain.alert.Spend;
import dev.perennial.domain.total.MonthlyTotal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Totals as budgets and digests ask for them. */
final class Spending {

  private Spending() {}

  static Spend of(Map<YearMonth, MonthlyTotal> totals) {
    boolean atHome =
        totals.values().stream()
            .anyMatch(total -> !total.home().isEmpty() || !total.unconverted().isEmpty());
    List<Spend.Daily> counted = new ArrayList<>();
    List<Spend.Daily> unconverted = new ArrayList<>();
    totals.forEach(
        (month, total) -> {
          counted.addAll(daily(month, atHome ? total.home() : total.days()));
          unconverted.addAll(daily(month, total.unconverted()));
        });
    return new Spend(counted, unconverted);
  }

  private static List<Spend.Daily> daily(YearMonth month, SortedMap<MonthlyTotal.Day, Money> sums) {
    return sums.entrySet().stream()
        .map(
            sum ->
                new Spend.Daily(
                    month.atDay(sum.getKey().day()), sum.getKey().category(), sum.getValue()))
        .toList();
  }
}
