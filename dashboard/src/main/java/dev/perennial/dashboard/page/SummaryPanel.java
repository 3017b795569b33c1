package dev.perennial.dashboard.page;

import static dev.perennial.dashboard.projection.ProjectionDatabase.PAYMENTS;
import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIBER_TOTALS;
import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIPTIONS;

import dev.perennial.dashboard.projection.Watermarks;
import dev.perennial.dashboard.spending.Comparison;
import dev.perennial.dashboard.spending.CurrencySpend;
import dev.perennial.dashboard.spending.MonthTotals;
import dev.perennial.dashboard.spending.Spending;
import dev.perennial.dashboard.subscriber.Subscriber;
import dev.perennial.dashboard.subscription.RunRates;
import dev.perennial.dashboard.subscription.Subscriptions;
import dev.perennial.domain.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** This month against the same day of last month: the figure that a subscriber comes for. */
@Component
@Order(1)
class SummaryPanel implements Panel {

  private final Spending spending;
  private final Subscriptions subscriptions;
  private final Watermarks watermarks;
  private final JsonMapper json;

  SummaryPanel(
      Spending spending, Subscriptions subscriptions, Watermarks watermarks, JsonMapper json) {
    this.spending = spending;
    this.subscriptions = subscriptions;
    this.watermarks = watermarks;
    this.json = json;
  }

  record View(String month, String sameDay, List<Block> blocks) {}

  /**
   * @param direction up, down or same
   * @param percent the change in whole percent; empty where there was nothing before
   * @param quiet nothing was paid in either month
   * @param runRate what the subscriptions cost a month, spread evenly; null where that is nothing
   */
  record Block(
      String currency,
      Figure thisMonth,
      Figure sameDayLastMonth,
      Figure lastMonth,
      Figure change,
      String direction,
      String percent,
      boolean quiet,
      @Nullable Figure runRate,
      String chart) {}

  @Override
  public String name() {
    return "summary";
  }

  @Override
  public PanelContent load(Subscriber subscriber, int days) {
    Instant asOf =
        watermarks
            .asOf(subscriber.partition(), SUBSCRIBER_TOTALS, PAYMENTS, SUBSCRIPTIONS)
            .orElse(null);
    RunRates rates = RunRates.of(subscriptions.all(subscriber));
    List<MonthTotals> months = spending.lastMonths(subscriber, 2);
    LocalDate today = subscriber.today();
    List<Block> blocks =
        withRates(spending.compare(subscriber), rates).stream()
            .map(spend -> block(spend, rates, months, today))
            .toList();
    return new PanelContent(
        new View(Dates.month(YearMonth.from(today)), Dates.shortDay(today.minusMonths(1)), blocks),
        asOf);
  }

  /** Behind what was paid: nothing may have been paid yet in a currency in which something will. */
  private static List<CurrencySpend> withRates(List<CurrencySpend> spends, RunRates rates) {
    Set<Currency> paid = spends.stream().map(CurrencySpend::currency).collect(Collectors.toSet());
    Stream<CurrencySpend> unpaid =
        rates.sums().stream()
            .map(Money::currency)
            .filter(currency -> !paid.contains(currency))
            .map(CurrencySpend::nothing);
    return Stream.concat(spends.stream(), unpaid).toList();
  }

  private Block block(
      CurrencySpend spend, RunRates rates, List<MonthTotals> months, LocalDate today) {
    Comparison total = spend.total();
    DailyChart chart = DailyChart.of(spend.currency(), months, today);
    return new Block(
        spend.currency().getCurrencyCode(),
        Figure.of(total.thisMonth()),
        Figure.of(total.sameDayLastMonth()),
        Figure.of(spend.lastMonth()),
        Figure.change(total.change()),
        direction(total.change().value()),
        percent(total),
        total.thisMonth().isZero() && spend.lastMonth().isZero(),
        rates.in(spend.currency()).map(Figure::of).orElse(null),
        json.writeValueAsString(chart));
  }

  private static String direction(BigDecimal change) {
    return switch (change.signum()) {
      case 1 -> "up";
      case -1 -> "down";
      default -> "same";
    };
  }

  private static String percent(Comparison total) {
    BigDecimal before = total.sameDayLastMonth().value();
    if (before.signum() <= 0) {
      return "";
    }
    BigDecimal percent =
        total.change().value().abs().movePointRight(2).divide(before, 0, RoundingMode.HALF_EVEN);
    return percent.toPlainString() + "%";
  }
}
