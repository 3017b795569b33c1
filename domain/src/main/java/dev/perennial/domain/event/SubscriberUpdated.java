package dev.perennial.domain.event;

import dev.perennial.domain.Budget;
import dev.perennial.domain.QuietHours;
import dev.perennial.domain.period.PeriodRule;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * subscriber.updated: some preferences get a new value.
 *
 * @param alertTime local time of day at which alerts fire
 * @param leads alert type to days before the date, largest first
 * @param routing alert type to destination ids
 * @param budgets each category once, and one without; empty for none
 */
public record SubscriberUpdated(
    @Nullable ZoneId zone,
    @Nullable Locale locale,
    @Nullable Currency currency,
    @Nullable PeriodRule periodStartsOn,
    @Nullable LocalTime alertTime,
    @Nullable QuietHours quietHours,
    @Nullable Map<String, List<Integer>> leads,
    @Nullable Map<String, List<String>> routing,
    @Nullable List<Budget> budgets)
    implements SubscriberData {

  public SubscriberUpdated {
    leads = leads == null ? null : Map.copyOf(leads);
    routing = routing == null ? null : Map.copyOf(routing);
    budgets = budgets == null ? null : List.copyOf(budgets);
  }
}
