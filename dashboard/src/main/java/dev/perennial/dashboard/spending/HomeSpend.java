package dev.perennial.dashboard.spending;

import dev.perennial.domain.Money;
import java.util.List;

/**
 * What a subscriber spends at home: all its currencies converted, as far as rates are known.
 *
 * @param currencies mostly one; of another that was home before, too; none where none is known
 * @param thisMonth what of this month is not converted, by currency
 * @param sameDayLastMonth what of last month up to the same day is not converted
 * @param lastMonth what of the whole of last month is not converted
 */
public record HomeSpend(
    List<CurrencySpend> currencies,
    List<Money> thisMonth,
    List<Money> sameDayLastMonth,
    List<Money> lastMonth) {

  public HomeSpend {
    currencies = List.copyOf(currencies);
    thisMonth = List.copyOf(thisMonth);
    sameDayLastMonth = List.copyOf(sameDayLastMonth);
    lastMonth = List.copyOf(lastMonth);
  }

  static HomeSpend of(List<MonthTotals> months, int dayOfMonth) {
    DaySums lastMonth = months.get(months.size() - 2).unconverted();
    return new HomeSpend(
        new SpendByCurrency(months.stream().map(MonthTotals::home).toList(), dayOfMonth).compare(),
        months.getLast().unconverted().totals(),
        lastMonth.upTo(dayOfMonth).totals(),
        lastMonth.totals());
  }

  /** Whether all of both months is converted. */
  public boolean isWhole() {
    return thisMonth.isEmpty() && lastMonth.isEmpty();
  }
}
