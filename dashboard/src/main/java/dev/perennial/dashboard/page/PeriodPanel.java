package dev.perennial.dashboard.page;

import static dev.perennial.dashboard.projection.ProjectionDatabase.PAYMENTS;
import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIBER_TOTALS;
import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIPTIONS;
import static dev.perennial.domain.reckoning.Figure.DIFFERENCE;
import static dev.perennial.domain.reckoning.Figure.EXPECTED;
import static dev.perennial.domain.reckoning.Figure.MISSING;
import static dev.perennial.domain.reckoning.Figure.OUTSTANDING;
import static dev.perennial.domain.reckoning.Figure.PAID;
import static dev.perennial.domain.reckoning.Figure.UNEXPECTED;

import dev.perennial.dashboard.period.Periods;
import dev.perennial.dashboard.period.SubscriberPeriod;
import dev.perennial.dashboard.projection.Watermarks;
import dev.perennial.dashboard.spending.DaySums;
import dev.perennial.dashboard.subscriber.Subscriber;
import dev.perennial.domain.Money;
import dev.perennial.domain.reckoning.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What of this period is paid, and what is still to come. */
@Component
@Order(2)
class PeriodPanel implements Panel {

  private final Periods periods;
  private final Watermarks watermarks;

  PeriodPanel(Periods periods, Watermarks watermarks) {
    this.periods = periods;
    this.watermarks = watermarks;
  }

  /**
   * @param home what was spent, converted; none where no home currency is known
   * @param unconverted what of it has no rate
   */
  record View(
      Day first, Day last, List<Block> blocks, List<Figure> home, List<Figure> unconverted) {}

  record Day(String iso, String text) {

    private static Day of(LocalDate date) {
      return new Day(date.toString(), Dates.day(date));
    }
  }

  /**
   * @param settled how much of what is expected is paid, in whole percent; null where nothing is
   *     expected
   * @param misses whether anything is missing
   * @param difference by how much what was paid is off; null where it is not
   * @param unexpected null where nothing is
   */
  record Block(
      String currency,
      Figure expected,
      Figure paid,
      Figure outstanding,
      Figure missing,
      boolean misses,
      @Nullable Figure difference,
      @Nullable Figure unexpected,
      @Nullable Integer settled) {}

  @Override
  public String name() {
    return "period";
  }

  @Override
  public PanelContent load(Subscriber subscriber, int days) {
    Instant asOf =
        watermarks
            .asOf(subscriber.partition(), SUBSCRIPTIONS, PAYMENTS, SUBSCRIBER_TOTALS)
            .orElse(null);
    return new PanelContent(view(periods.newest(subscriber, 1).getFirst()), asOf);
  }

  private static View view(SubscriberPeriod period) {
    return new View(
        Day.of(period.period().from()),
        Day.of(period.period().lastDay()),
        period.figures().stream().map(PeriodPanel::block).toList(),
        figures(DaySums.totals(period.spend().home())),
        figures(DaySums.totals(period.spend().unconverted())));
  }

  private static List<Figure> figures(List<Money> amounts) {
    return amounts.stream().map(Figure::of).toList();
  }

  private static Block block(Figures figures) {
    return new Block(
        figures.currency().getCurrencyCode(),
        Figure.of(figures.of(EXPECTED)),
        Figure.of(figures.of(PAID)),
        Figure.of(figures.of(OUTSTANDING)),
        Figure.of(figures.of(MISSING)),
        !figures.of(MISSING).isZero(),
        figures.of(DIFFERENCE).isZero() ? null : Figure.change(figures.of(DIFFERENCE)),
        figures.of(UNEXPECTED).isZero() ? null : Figure.of(figures.of(UNEXPECTED)),
        settled(figures));
  }

  /** Rounded down, so that all is said only of all. */
  private static @Nullable Integer settled(Figures figures) {
    BigDecimal expected = figures.of(EXPECTED).value();
    if (expected.signum() <= 0) {
      return null;
    }
    BigDecimal open = figures.of(OUTSTANDING).plus(figures.of(MISSING)).value();
    return expected
        .subtract(open)
        .movePointRight(2)
        .divide(expected, 0, RoundingMode.DOWN)
        .intValueExact();
  }
}
