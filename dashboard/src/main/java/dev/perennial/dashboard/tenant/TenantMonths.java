package dev.perennial.dashboard.tenant;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.perennial.dashboard.spending.CategorySum;
import dev.perennial.dashboard.tenant.CurrencyRunRate.CategoryRunRate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Adds up what the partitions say. */
final class TenantMonths {

  /** How one currency's run rate went, together and by category. */
  private record CurrencySeries(
      Currency currency, RunRateSeries total, Map<String, RunRateSeries> categories) {

    CurrencyRunRate in(YearMonth month) {
      List<CategoryRunRate> moved =
          categories.entrySet().stream()
              .map(each -> new CategoryRunRate(each.getKey(), each.getValue().in(month)))
              .filter(category -> !category.month().isNothing())
              .toList();
      return new CurrencyRunRate(currency, total.in(month), moved);
    }
  }

  private final YearMonth first;
  private final YearMonth last;
  private final Map<YearMonth, List<PartitionMonth>> byMonth;
  private final List<CurrencySeries> runRates;

  /**
   * @param partitions of all months up to the last: a run rate starts with what moved before
   */
  TenantMonths(List<PartitionMonth> partitions, YearMonth first, YearMonth last) {
    this.first = first;
    this.last = last;
    this.byMonth = partitions.stream().collect(groupingBy(PartitionMonth::month));
    this.runRates =
        partitions.stream()
            .flatMap(each -> each.movements().stream())
            .collect(
                groupingBy(
                    movement -> movement.amount().currency().getCurrencyCode(),
                    TreeMap::new,
                    toList()))
            .values()
            .stream()
            .map(this::series)
            .toList();
  }

  private CurrencySeries series(List<Movement> movements) {
    Currency currency = movements.getFirst().amount().currency();
    Map<String, RunRateSeries> categories = new TreeMap<>();
    movements.stream()
        .collect(groupingBy(Movement::category))
        .forEach((name, own) -> categories.put(name, through(currency, own)));
    return new CurrencySeries(currency, through(currency, movements), categories);
  }

  private RunRateSeries through(Currency currency, List<Movement> movements) {
    return RunRateSeries.of(currency, movements, first, last);
  }

  /** Each month, in their order. */
  List<TenantMonth> inOrder() {
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
        .map(this::month)
        .toList();
  }

  private TenantMonth month(YearMonth month) {
    return new TenantMonth(
        month,
        sums(month, PartitionMonth::spend),
        sums(month, PartitionMonth::reporting),
        sums(month, PartitionMonth::unconverted),
        runRates.stream()
            .map(series -> series.in(month))
            .filter(rate -> !rate.categories().isEmpty())
            .toList());
  }

  private List<CategorySum> sums(
      YearMonth month, Function<PartitionMonth, List<CategorySum>> figure) {
    return CategorySum.added(
        byMonth.getOrDefault(month, List.of()).stream()
            .flatMap(each -> figure.apply(each).stream()));
  }
}
