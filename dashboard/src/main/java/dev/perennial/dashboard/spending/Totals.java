package dev.perennial.dashboard.spending;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIBER_TOTALS;

import com.mongodb.client.model.Sorts;
import dev.perennial.dashboard.projection.ProjectionDatabase;
import dev.perennial.dashboard.subscriber.Subscriber;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads a subscriber's monthly totals. */
@Component
class Totals {

  private final ProjectionDatabase database;

  Totals(ProjectionDatabase database) {
    this.database = database;
  }

  /**
   * The last months, oldest first, the current one last; a month without a document is empty.
   *
   * @param months how many, at least 1
   */
  List<MonthTotals> lastMonths(Subscriber subscriber, int months) {
    YearMonth current = YearMonth.from(subscriber.today());
    YearMonth first = current.minusMonths(months - 1L);
    Map<YearMonth, MonthTotals> found =
        between(subscriber, first, current).stream()
            .collect(Collectors.toMap(MonthTotals::month, Function.identity()));
    return Stream.iterate(first, month -> month.plusMonths(1))
        .limit(months)
        .map(month -> found.getOrDefault(month, MonthTotals.empty(month)))
        .toList();
  }

  /** Oldest first, both months included; one without a document is left out. */
  List<MonthTotals> between(Subscriber subscriber, YearMonth first, YearMonth last) {
    return ProjectionDatabase.read(
        SUBSCRIBER_TOTALS,
        database
            .find(
                SUBSCRIBER_TOTALS,
                subscriber.tenantId(),
                subscriber.subscriberId(),
                gte("month", first.toString()),
                lte("month", last.toString()))
            .sort(Sorts.ascending("month")),
        MonthTotals::read);
  }
}
