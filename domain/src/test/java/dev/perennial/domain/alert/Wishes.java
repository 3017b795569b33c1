package dev.perennial.domain.alert;

import dev.perennial.domain.Budget;
import dev.perennial.domain.Money;
import dev.perennial.domain.QuietHours;
import dev.perennial.domain.event.SubscriberUpdated;
import dev.perennial.domain.period.PeriodRule;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds preferences that say only what a test is about. */
final class Wishes {

  private @Nullable ZoneId zone;
  private @Nullable PeriodRule periods;
  private @Nullable LocalTime alertTime;
  private @Nullable QuietHours quietHours;
  private @Nullable Map<String, List<Integer>> leads;
  private @Nullable List<Budget> budgets;

  static Wishes wishes() {
    return new Wishes();
  }

  Wishes zone(String id) {
    zone = ZoneId.of(id);
    return this;
  }

  Wishes periods(PeriodRule rule) {
    periods = rule;
    return this;
  }

  Wishes alertTime(String time) {
    alertTime = LocalTime.parse(time);
    return this;
  }

  Wishes quiet(String from, String to) {
    quietHours = new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
    return this;
  }

  Wishes leads(String type, Integer... days) {
    leads = leads == null ? new HashMap<>() : leads;
    leads.put(type, List.of(days));
    return this;
  }

  Wishes budget(@Nullable String category, String euros) {
    budgets = budgets == null ? new ArrayList<>() : budgets;
    budgets.add(new Budget(category, Money.of(euros, "EUR")));
    return this;
  }

  Wishes noBudgets() {
    budgets = new ArrayList<>();
    return this;
  }

  SubscriberUpdated updated() {
    return new SubscriberUpdated(
        zone, null, null, periods, alertTime, quietHours, leads, null, budgets);
  }
}
