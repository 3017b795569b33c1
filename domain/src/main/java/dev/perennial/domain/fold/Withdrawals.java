package dev.perennial.domain.fold;

import dev.perennial.domain.event.ChangeWithdrawn;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.SubscriptionChanged;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes that were taken back before their first day. Where a fact stands in the order does not
 * matter, only the days do.
 *
 * @param withdrawn changes that count for nothing
 * @param unknown withdrawals whose change has not come
 */
record Withdrawals(Set<Fact> withdrawn, Set<Fact> unknown) {

  static Withdrawals of(List<Fact> counted, Subscriber subscriber) {
    Map<EventId, Fact> changes = new HashMap<>();
    counted.stream()
        .filter(fact -> fact.data() instanceof SubscriptionChanged)
        .forEach(fact -> changes.put(fact.id(), fact));
    Withdrawals found = new Withdrawals(new HashSet<>(), new HashSet<>());
    for (Fact fact : counted) {
      if (fact.data() instanceof ChangeWithdrawn withdrawal) {
        Fact change = changes.get(new EventId(fact.id().source(), withdrawal.changeId()));
        found.add(fact, change, subscriber);
      }
    }
    return found;
  }

  private void add(Fact withdrawal, @Nullable Fact change, Subscriber subscriber) {
    if (change == null) {
      unknown.add(withdrawal);
    } else if (firstDay(change, subscriber).isAfter(subscriber.dayOf(withdrawal.time()))) {
      withdrawn.add(change);
    }
  }

  private static LocalDate firstDay(Fact change, Subscriber subscriber) {
    LocalDate effectiveOn = ((SubscriptionChanged) change.data()).effectiveOn();
    return effectiveOn == null ? subscriber.dayOf(change.time()) : effectiveOn;
  }
}
