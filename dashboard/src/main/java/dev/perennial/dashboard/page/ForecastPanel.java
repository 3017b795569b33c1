package dev.perennial.dashboard.page;

import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIPTIONS;

import dev.perennial.dashboard.forecast.CurrencyForecast;
import dev.perennial.dashboard.forecast.ForecastCharge;
import dev.perennial.dashboard.forecast.Forecasts;
import dev.perennial.dashboard.forecast.MonthForecast;
import dev.perennial.dashboard.projection.Watermarks;
import dev.perennial.dashboard.subscriber.Subscriber;
import dev.perennial.domain.Money;
import dev.perennial.domain.forecast.Horizon;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What will be due in this month and the next twelve, by what is agreed and by what is expected.
 */
@Component
@Order(4)
class ForecastPanel implements Panel {

  private final Forecasts forecasts;
  private final Watermarks watermarks;
  private final JsonMapper json;

  ForecastPanel(Forecasts forecasts, Watermarks watermarks, JsonMapper json) {
    this.forecasts = forecasts;
    this.watermarks = watermarks;
    this.json = json;
  }

  record View(int months, List<Block> blocks) {}

  /**
   * @param total the subscriber's part of all months
   * @param guessed whether any of it is only expected
   * @param rows the soonest month first
   */
  record Block(
      String currency,
      Figure total,
      boolean guessed,
      Largest largest,
      List<Row> rows,
      String chart) {}

  /** The month in which most is due, and its largest charges. */
  record Largest(String month, Figure part, List<Item> charges) {}

  /**
   * @param whole of what the part is a part; null where it is all of it
   */
  record Item(
      String subscriptionId,
      String name,
      String dueOn,
      String isoDueOn,
      Figure part,
      boolean estimated,
      @Nullable Figure whole) {}

  record Row(String month, int charges, Figure part, Figure estimated) {}

  /** What the script draws; of the first month only what is left of it. */
  record Chart(
      String kind,
      List<String> months,
      List<Figure> totals,
      List<Figure> agreed,
      List<Figure> estimated) {}

  @Override
  public String name() {
    return "forecast";
  }

  @Override
  public PanelContent load(Subscriber subscriber, int days) {
    Instant asOf = watermarks.asOf(subscriber.partition(), SUBSCRIPTIONS).orElse(null);
    List<Block> blocks =
        forecasts.of(subscriber, Horizon.MAX_MONTHS, 0).currencies().stream()
            .map(this::block)
            .toList();
    return new PanelContent(new View(Horizon.MAX_MONTHS, blocks), asOf);
  }

  private Block block(CurrencyForecast forecast) {
    return new Block(
        forecast.currency().getCurrencyCode(),
        Figure.of(forecast.part()),
        forecast.months().stream().anyMatch(month -> !month.estimated().isZero()),
        largest(forecast.largest()),
        forecast.months().stream().map(ForecastPanel::row).toList(),
        json.writeValueAsString(chart(forecast.months())));
  }

  private static Largest largest(MonthForecast month) {
    return new Largest(
        Dates.month(month.month()),
        Figure.of(month.part()),
        month.largest().stream().map(ForecastPanel::item).toList());
  }

  private static Item item(ForecastCharge charge) {
    Money whole = charge.due().amount();
    return new Item(
        charge.subscriptionId(),
        charge.name(),
        Dates.weekday(charge.due().dueOn()),
        charge.due().dueOn().toString(),
        Figure.of(charge.part()),
        charge.due().estimated(),
        whole.equals(charge.part()) ? null : Figure.of(whole));
  }

  private static Row row(MonthForecast month) {
    return new Row(
        Dates.month(month.month()),
        month.charges(),
        Figure.of(month.part()),
        Figure.of(month.estimated()));
  }

  private static Chart chart(List<MonthForecast> months) {
    return new Chart(
        "forecast",
        months.stream().map(month -> Dates.shortMonth(month.month())).toList(),
        figures(months, MonthForecast::part),
        figures(months, MonthForecast::agreed),
        figures(months, MonthForecast::estimated));
  }

  private static List<Figure> figures(
      List<MonthForecast> months, Function<MonthForecast, Money> amount) {
    return months.stream().map(amount).map(Figure::of).toList();
  }
}
