package dev.perennial.processor.topology;

import dev.perennial.domain.Budget;
import dev.perennial.domain.Money;
import dev.perennial.domain.QuietHours;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.SubscriberUpdated;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What Alice wants to be told of. */
final class Wishes {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private Wishes() {}

  /**
   * @param euros the budget for everything; null for none at all
   */
  static Event budget(String time, @Nullable String euros) {
    List<Budget> budgets =
        euros == null ? List.of() : List.of(new Budget(null, Money.of(euros, "EUR")));
    return updated(
        time, new SubscriberUpdated(null, null, null, null, null, null, null, null, budgets));
  }

  static Event budgetIn(String currency, String time, String euros) {
    List<Budget> budgets = List.of(new Budget(null, Money.of(euros, "EUR")));
    Currency home = Currency.getInstance(currency);
    return updated(
        time, new SubscriberUpdated(null, null, home, null, null, null, null, null, budgets));
  }

  static Event digest(String time, String type, Integer... leads) {
    Map<String, List<Integer>> wanted = Map.of(type, List.of(leads));
    return updated(
        time, new SubscriberUpdated(null, null, null, null, null, null, wanted, null, null));
  }

  static Event quiet(String time, String from, String to) {
    QuietHours hours = new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
    return updated(
        time, new SubscriberUpdated(null, null, null, null, null, hours, null, null, null));
  }

  private static Event updated(String time, SubscriberUpdated wishes) {
    String id = "wish-" + COUNT.incrementAndGet();
    return Facts.event(id, Facts.ALICE.subscriberId(), time, wishes);
  }
}
