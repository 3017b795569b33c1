package dev.perennial.dashboard.spending;

import dev.perennial.dashboard.projection.Fields;
import dev.perennial.domain.Money;
import dev.perennial.domain.period.Period;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;

/**
 * What a subscriber paid in one month, refunds subtracted on their payment's day.
 *
 * @param spent in the currencies that were paid
 * @param home in the home currency of the moment of payment; none where none is known
 * @param unconverted what is in spent, and for want of a rate not in home
 */
public record MonthTotals(YearMonth month, DaySums spent, DaySums home, DaySums unconverted) {

  static MonthTotals read(Fields fields) {
    return new MonthTotals(
        YearMonth.parse(fields.text("month")),
        DaySums.read(fields.list("days")),
        DaySums.read(fields.list("home")),
        DaySums.read(fields.list("unconverted")));
  }

  static MonthTotals empty(YearMonth month) {
    return new MonthTotals(month, DaySums.NONE, DaySums.NONE, DaySums.NONE);
  }

  /** By currency, then category. */
  public List<CategorySum> lines() {
    return spent.lines();
  }

  public Money total(Currency currency) {
    return spent.total(currency);
  }

  public Money category(Currency currency, String category) {
    return spent.category(currency, category);
  }

  /** What of it lies on days of a period. */
  MonthTotals within(Period period) {
    return new MonthTotals(month, of(spent, period), of(home, period), of(unconverted, period));
  }

  private DaySums of(DaySums sums, Period period) {
    return sums.on(day -> period.covers(month.atDay(day)));
  }
}
