package dev.perennial.processor.topology;

import dev.perennial.contracts.projection.SubscriberTotalDocument;
import dev.perennial.domain.Money;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.alert.Account;
import dev.perennial.domain.alert.Spend;
import dev.perennial.domain.period.Period;
import dev.perennial.domain.total.MonthlyTotal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.KeyValueStore;

/** A subscriber's account as the stores have it; each month is read once. */
final class StoredAccount implements Account {

  private final KeyValueStore<String, MonthlyTotal> totals;
  private final SubscriberKey subscriber;
  private final boolean hasHome;
  private final Supplier<List<Subscribed>> derived;
  private final Map<YearMonth, MonthlyTotal> months = new HashMap<>();

  /**
   * @param hasHome whether a home currency is known
   * @param derived all subscriptions, derived when they are asked for
   */
  StoredAccount(
      KeyValueStore<String, MonthlyTotal> totals,
      SubscriberKey subscriber,
      boolean hasHome,
      Supplier<List<Subscribed>> derived) {
    this.totals = totals;
    this.subscriber = subscriber;
    this.hasHome = hasHome;
    this.derived = derived;
  }

  @Override
  public Spend spent(Period days) {
    List<Spend.Daily> counted = new ArrayList<>();
    List<Spend.Daily> unconverted = new ArrayList<>();
    YearMonth last = YearMonth.from(days.lastDay());
    for (YearMonth month = YearMonth.from(days.from());
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      MonthlyTotal total = months.computeIfAbsent(month, this::read);
      daily(month, hasHome ? total.home() : total.days()).forEach(counted::add);
      daily(month, total.unconverted()).forEach(unconverted::add);
    }
    return new Spend(counted, unconverted);
  }

  private MonthlyTotal read(YearMonth month) {
    MonthlyTotal stored = totals.get(SubscriberTotalDocument.idOf(subscriber, month));
    return stored == null ? MonthlyTotal.empty() : stored;
  }

  private static Stream<Spend.Daily> daily(
      YearMonth month, SortedMap<MonthlyTotal.Day, Money> sums) {
    return sums.entrySet().stream()
        .map(
            sum ->
                new Spend.Daily(
                    month.atDay(sum.getKey().day()), sum.getKey().category(), sum.getValue()));
  }

  @Override
  public List<Subscribed> subscriptions() {
    return derived.get();
  }
}
