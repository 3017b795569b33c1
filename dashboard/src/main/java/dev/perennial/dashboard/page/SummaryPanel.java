package dev.perennial.dashboard.page;

import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIBER_TOTALS;
import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIPTIONS;

import dev.perennial.dashboard.projection.Watermarks;
import dev.perennial.dashboard.spending.Comparison;
import dev.perennial.dashboard.spending.CurrencySpend;
import dev.perennial.dashboard.spending.MonthTotals;
import dev.perennial.dashboard.spending.Spending;
import dev.perennial.dashboard.spending.Spending.Spend;
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
   * @param home all currencies together, converted; else what was paid in this one
   * @param direction up, down or same
   * @param percent the change in whole percent; empty where there was nothing before
   * @param quiet said in one line: nothing was paid in either month, or the home block has it too
   * @param runRate what the subscriptions cost a month, spread evenly; null where that is nothing
   * @param unconverted what of this month is in no home block
   */
  record Block(
      String currency,
      boolean home,
      Figure thisMonth,
      Figure sameDayLastMonth,
      Figure lastMonth,
      Figure change,
      String direction,
      String percent,
      boolean quiet,
      @Nullable Figure runRate,
      List<Figure> unconverted,
      String chart) {}

  @Override
  public String name() {
    return "summary";
  }

  @Override
  public PanelContent load(Subscriber subscriber, int days) {
    Instant asOf =
        watermarks.asOf(subscriber.partition(), SUBSCRIBER_TOTALS, SUBSCRIPTIONS).orElse(null);
    RunRates rates = RunRates.of(subscriptions.all(subscriber));
    LocalDate today = subscriber.today();
    List<Block> blocks = blocks(spending.compare(subscriber), rates, today);
    return new PanelContent(
        new View(Dates.month(YearMonth.from(today)), Dates.shortDay(today.minusMonths(1)), blocks),
        asOf);
  }

  private List<Block> blocks(Spend spent, RunRates rates, LocalDate today) {
    boolean apart = isHomeApart(spent);
    List<MonthTotals> lastTwo =
        spent.months().subList(spent.months().size() - 2, spent.months().size());
    Stream<Block> home =
        apart
            ? spent.home().currencies().stream().map(spend -> home(spend, spent, lastTwo, today))
            : Stream.empty();
    Stream<Block> paid =
        withRates(spent.currencies(), rates).stream()
            .map(spend -> paid(spend, rates, apart, lastTwo, today));
    return Stream.concat(home, paid).toList();
  }

  /** Who pays in the home currency alone sees one block, not the same twice. */
  private static boolean isHomeApart(Spend spent) {
    List<Currency> paid = spent.currencies().stream().map(CurrencySpend::currency).toList();
    List<Currency> home = spent.home().currencies().stream().map(CurrencySpend::currency).toList();
    return !home.isEmpty() && !(paid.equals(home) && home.size() == 1);
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

  private Block home(CurrencySpend spend, Spend spent, List<MonthTotals> lastTwo, LocalDate today) {
    List<Figure> unconverted = spent.home().thisMonth().stream().map(Figure::of).toList();
    DailyChart chart = DailyChart.of(spend.currency(), lastTwo, MonthTotals::home, today);
    return block(spend, true, isNothing(spend), null, unconverted, chart);
  }

  private Block paid(
      CurrencySpend spend,
      RunRates rates,
      boolean apart,
      List<MonthTotals> lastTwo,
      LocalDate today) {
    Figure rate = rates.in(spend.currency()).map(Figure::of).orElse(null);
    DailyChart chart = DailyChart.of(spend.currency(), lastTwo, MonthTotals::spent, today);
    return block(spend, false, apart || isNothing(spend), rate, List.of(), chart);
  }

  private static boolean isNothing(CurrencySpend spend) {
    return spend.total().thisMonth().isZero() && spend.lastMonth().isZero();
  }

  private Block block(
      CurrencySpend spend,
      boolean home,
      boolean quiet,
      @Nullable Figure runRate,
      List<Figure> unconverted,
      DailyChart chart) {
    Comparison total = spend.total();
    return new Block(
        spend.currency().getCurrencyCode(),
        home,
        Figure.of(total.thisMonth()),
        Figure.of(total.sameDayLastMonth()),
        Figure.of(spend.lastMonth()),
        Figure.change(total.change()),
        direction(total.change().value()),
        percent(total),
        quiet,
        runRate,
        unconverted,
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
