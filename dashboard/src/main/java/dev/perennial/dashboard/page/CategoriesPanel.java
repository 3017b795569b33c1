package dev.perennial.dashboard.page;

import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIBER_TOTALS;

import dev.perennial.dashboard.projection.Watermarks;
import dev.perennial.dashboard.spending.CurrencySpend;
import dev.perennial.dashboard.spending.CurrencySpend.CategorySpend;
import dev.perennial.dashboard.spending.Spending;
import dev.perennial.dashboard.spending.Spending.Spend;
import dev.perennial.dashboard.subscriber.Subscriber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Where this month's money went, beside the same day of last month. */
@Component
@Order(2)
class CategoriesPanel implements Panel {

  private final Spending spending;
  private final Watermarks watermarks;
  private final JsonMapper json;

  CategoriesPanel(Spending spending, Watermarks watermarks, JsonMapper json) {
    this.spending = spending;
    this.watermarks = watermarks;
    this.json = json;
  }

  record View(String month, String sameDay, List<Block> blocks) {}

  record Block(String currency, Figure total, List<Row> rows, String chart) {}

  /**
   * @param share of the month's spend in whole percent, 0 to 100
   */
  record Row(
      String category,
      int colour,
      Figure thisMonth,
      Figure sameDayLastMonth,
      Figure change,
      int share) {}

  /** What the script draws. */
  record Chart(String kind, List<Slice> slices) {}

  record Slice(String name, int colour, Figure figure, int share) {}

  @Override
  public String name() {
    return "categories";
  }

  @Override
  public PanelContent load(Subscriber subscriber, int days) {
    Instant asOf = watermarks.asOf(subscriber.partition(), SUBSCRIBER_TOTALS).orElse(null);
    Spend spent = spending.compare(subscriber);
    CategoryColours colours = CategoryColours.of(spent.months());
    List<Block> blocks =
        spent.currencies().stream()
            .filter(spend -> !spend.categories().isEmpty())
            .map(spend -> block(spend, colours))
            .toList();
    View view =
        new View(
            Dates.month(YearMonth.from(subscriber.today())),
            Dates.shortDay(subscriber.today().minusMonths(1)),
            blocks);
    return new PanelContent(view, asOf);
  }

  private Block block(CurrencySpend spend, CategoryColours colours) {
    BigDecimal total = spend.total().thisMonth().value();
    List<Row> rows =
        spend.categories().stream().map(category -> row(category, total, colours)).toList();
    List<Slice> slices =
        rows.stream()
            .filter(row -> new BigDecimal(row.thisMonth().value()).signum() > 0)
            .map(row -> new Slice(row.category(), row.colour(), row.thisMonth(), row.share()))
            .toList();
    return new Block(
        spend.currency().getCurrencyCode(),
        Figure.of(spend.total().thisMonth()),
        rows,
        json.writeValueAsString(new Chart("categories", slices)));
  }

  private static Row row(CategorySpend spend, BigDecimal total, CategoryColours colours) {
    return new Row(
        spend.category(),
        colours.of(spend.category()),
        Figure.of(spend.amount().thisMonth()),
        Figure.of(spend.amount().sameDayLastMonth()),
        Figure.change(spend.amount().change()),
        share(spend.amount().thisMonth().value(), total));
  }

  private static int share(BigDecimal part, BigDecimal total) {
    if (total.signum() <= 0 || part.signum() <= 0) {
      return 0;
    }
    return part.movePointRight(2)
        .divide(total, 0, RoundingMode.HALF_EVEN)
        .min(BigDecimal.valueOf(100))
        .intValueExact();
  }
}
