package dev.perennial.dashboard.page;

import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIBER_TOTALS;

import dev.perennial.dashboard.projection.Watermarks;
import dev.perennial.dashboard.spending.CategorySum;
import dev.perennial.dashboard.spending.MonthTotals;
import dev.perennial.dashboard.spending.Spending;
import dev.perennial.dashboard.subscriber.Subscriber;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Spend over the months, stacked by category. */
@Component
@Order(4)
class TrendPanel implements Panel {

  private final Spending spending;
  private final Watermarks watermarks;
  private final JsonMapper json;

  TrendPanel(Spending spending, Watermarks watermarks, JsonMapper json) {
    this.spending = spending;
    this.watermarks = watermarks;
    this.json = json;
  }

  record View(int months, List<Block> blocks) {}

  /**
   * @param rows newest month first
   */
  record Block(String currency, List<String> categories, List<Row> rows, String chart) {}

  record Row(String month, Figure total, List<Figure> amounts) {}

  /** What the script draws; months oldest first, the last one still running. */
  record Chart(String kind, List<String> months, List<Figure> totals, List<Series> series) {}

  record Series(String name, int colour, List<Figure> points) {}

  @Override
  public String name() {
    return "trend";
  }

  @Override
  public PanelContent load(Subscriber subscriber, int days) {
    Instant asOf = watermarks.asOf(subscriber.partition(), SUBSCRIBER_TOTALS).orElse(null);
    List<MonthTotals> months = spending.lastMonths(subscriber, Spending.MONTHS);
    CategoryColours colours = CategoryColours.of(months);
    List<Block> blocks =
        months.stream()
            .flatMap(month -> month.lines().stream())
            .map(line -> line.amount().currency())
            .distinct()
            .sorted(Comparator.comparing(Currency::getCurrencyCode))
            .map(currency -> block(currency, months, colours))
            .toList();
    return new PanelContent(new View(Spending.MONTHS, blocks), asOf);
  }

  private Block block(Currency currency, List<MonthTotals> months, CategoryColours colours) {
    List<String> categories =
        months.stream()
            .flatMap(month -> month.lines().stream())
            .filter(line -> line.amount().currency().equals(currency))
            .map(CategorySum::category)
            .distinct()
            .sorted()
            .toList();
    return new Block(
        currency.getCurrencyCode(),
        categories,
        months.reversed().stream().map(month -> row(currency, month, categories)).toList(),
        json.writeValueAsString(chart(currency, months, categories, colours)));
  }

  private static Row row(Currency currency, MonthTotals month, List<String> categories) {
    return new Row(
        Dates.month(month.month()),
        Figure.of(month.total(currency)),
        categories.stream().map(name -> Figure.of(month.category(currency, name))).toList());
  }

  private static Chart chart(
      Currency currency,
      List<MonthTotals> months,
      List<String> categories,
      CategoryColours colours) {
    return new Chart(
        "trend",
        months.stream().map(month -> Dates.shortMonth(month.month())).toList(),
        months.stream().map(month -> Figure.of(month.total(currency))).toList(),
        categories.stream()
            .map(name -> new Series(name, colours.of(name), points(currency, months, name)))
            .toList());
  }

  private static List<Figure> points(Currency currency, List<MonthTotals> months, String name) {
    return months.stream().map(month -> Figure.of(month.category(currency, name))).toList();
  }
}
