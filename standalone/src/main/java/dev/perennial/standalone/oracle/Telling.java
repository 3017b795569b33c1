package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the ticks of a partition told one subscriber. All that was posted is taken as known at the
 * first tick, but for a deletion of a later time: that came when it says, and what is later still
 * came after it.
 */
final class Telling {

  private final Account whole;
  private final List<Ticks.Interval> intervals;
  private final String tenant;
  private final Deliveries deliveries;

  /** What is known, by the moment since when. */
  private final TreeMap<Instant, Account> known = new TreeMap<>();

  private final Map<String, Reminders> reminders = new HashMap<>();
  private final AccountReminders ofAccount;

  Telling(Account whole, List<Ticks.Interval> intervals, String tenant, Deliveries deliveries) {
    this.whole = whole;
    this.intervals = intervals;
    this.tenant = tenant;
    this.deliveries = deliveries;
    this.ofAccount = new AccountReminders(tenant, deliveries);
    learn();
  }

  private void learn() {
    Instant since = Instant.MIN;
    for (Instant deletion : lateDeletions()) {
      Reading before = whole.reading().before(deletion);
      known.put(since, Account.of(whole.owner().id, whole.reference(), before, Optional.empty()));
      since = deletion;
    }
    known.put(since, whole);
  }

  private Set<Instant> lateDeletions() {
    Set<Instant> late = new TreeSet<>(whole.reading().deletions());
    if (intervals.isEmpty()) {
      return Set.of();
    }
    late.removeIf(deletion -> !deletion.isAfter(intervals.getFirst().first()));
    return late;
  }

  void tell() {
    if (accountAt(Instant.MIN).reading().isOfOneWhoLeft()) {
      deliveries.forget();
    }
    Set<Instant> deletions = lateDeletions();
    Set<Instant> moments = new TreeSet<>(deletions);
    intervals.forEach(interval -> moments.addAll(moments(interval)));
    for (Instant moment : moments) {
      if (deletions.contains(moment)) {
        erase(moment);
      }
      if (intervals.stream().anyMatch(interval -> interval.covers(moment))) {
        tick(accountAt(moment), moment);
      }
    }
  }

  private void tick(Account account, Instant moment) {
    if (account.owner().isQuiet(moment)) {
      return;
    }
    account
        .subscriptions()
        .values()
        .forEach(subscription -> of(subscription.id()).tick(subscription, moment));
    ofAccount.tick(account, moment);
  }

  private Account accountAt(Instant moment) {
    return Objects.requireNonNull(known.floorEntry(moment)).getValue();
  }

  private Reminders of(String subscription) {
    return reminders.computeIfAbsent(subscription, id -> new Reminders(tenant, deliveries));
  }

  private void erase(Instant moment) {
    for (Happening deletion : whole.reading().deletionsAt(moment)) {
      if (deletion.isOfSubscriber()) {
        reminders.values().forEach(each -> each.erase(moment));
        ofAccount.erase(moment);
        deliveries.forget();
      } else {
        of(deletion.subject()).erase(moment);
      }
    }
  }

  /**
   * Within an interval a tick comes right after each moment at which something can begin. What is
   * told at once lies before the first.
   */
  private Set<Instant> moments(Ticks.Interval interval) {
    Set<Instant> moments = new TreeSet<>(List.of(interval.first()));
    known.values().forEach(account -> addMoments(account.owner(), interval, moments));
    moments.removeIf(moment -> !interval.covers(moment));
    return moments;
  }

  private static void addMoments(Owner owner, Ticks.Interval interval, Set<Instant> moments) {
    LocalDate last = owner.today(interval.last()).plusDays(1);
    for (LocalDate day = owner.today(interval.first()); !day.isAfter(last); day = day.plusDays(1)) {
      moments.addAll(owner.moments(day));
    }
  }
}
