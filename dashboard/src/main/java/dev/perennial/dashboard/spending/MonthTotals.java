package dev.perennial.dashboard.spending;

import dev.perennial.dashboard.projection.Fields;
import dev.perennial.domain.Money;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;

/** What a subscriber paid in one month, refunds subtracted on their payment's day. */
public record MonthTotals(YearMonth month, List<Line> lines, List<Day> days) {

  /** The month's sum of one category in one currency. */
  public record Line(String category, Money amount) {}

  /** One day's sum in one currency. */
  public record Day(int day, Money amount) {}

  static MonthTotals read(Fields fields) {
    return new MonthTotals(
        YearMonth.parse(fields.text("month")),
        fields.list("lines").stream()
            .map(line -> new Line(line.text("category"), line.money("amount")))
            .toList(),
        fields.list("days").stream()
            .map(day -> new Day(day.integer("day"), day.money("amount")))
            .toList());
  }

  static MonthTotals empty(YearMonth month) {
    return new MonthTotals(month, List.of(), List.of());
  }

  public Money total(Currency currency) {
    return Sums.of(currency, lines.stream().map(Line::amount));
  }

  public Money category(Currency currency, String category) {
    return Sums.of(
        currency,
        lines.stream().filter(line -> line.category().equals(category)).map(Line::amount));
  }

  /** The sum of the days from the first up to this one. */
  public Money upTo(Currency currency, int dayOfMonth) {
    return Sums.of(currency, days.stream().filter(day -> day.day() <= dayOfMonth).map(Day::amount));
  }
}
