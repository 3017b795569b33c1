package dev.perennial.dashboard.spending;

import dev.perennial.dashboard.subscriber.Subscriber;
import dev.perennial.domain.period.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a subscriber spends. */
@Component
public class Spending {

  /** Months that a chart of the trend shows, and in which a currency counts as in use. */
  public static final int MONTHS = 18;

  private final Totals totals;

  Spending(Totals totals) {
    this.totals = totals;
  }

  /**
   * @param currencies what was paid, a currency at a time
   * @param home the same at home
   * @param months what both are made of, oldest first, this month last
   */
  public record Spend(List<CurrencySpend> currencies, HomeSpend home, List<MonthTotals> months) {

    public Spend {
      currencies = List.copyOf(currencies);
      months = List.copyOf(months);
    }
  }

  /**
   * The last months, oldest first, this month last.
   *
   * @param months how many, at least 1
   */
  public List<MonthTotals> lastMonths(Subscriber subscriber, int months) {
    return totals.lastMonths(subscriber, months);
  }

  /** This month against the same day of last month, in each currency of the last months. */
  public Spend compare(Subscriber subscriber) {
    List<MonthTotals> months = totals.lastMonths(subscriber, MONTHS);
    int today = subscriber.today().getDayOfMonth();
    List<DaySums> spent = months.stream().map(MonthTotals::spent).toList();
    return new Spend(
        new SpendByCurrency(spent, today).compare(), HomeSpend.of(months, today), months);
  }

  /** What lies on the days of each period. */
  public List<PeriodSpend> of(Subscriber subscriber, List<Period> periods) {
    LocalDate first = periods.stream().map(Period::from).min(LocalDate::compareTo).orElseThrow();
    LocalDate last = periods.stream().map(Period::lastDay).max(LocalDate::compareTo).orElseThrow();
    List<MonthTotals> months =
        totals.between(subscriber, YearMonth.from(first), YearMonth.from(last));
    return periods.stream().map(period -> PeriodSpend.of(period, months)).toList();
  }
}
