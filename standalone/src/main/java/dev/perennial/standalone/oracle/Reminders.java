package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Which alerts of one subscription the ticks raised. */
final class Reminders {

  private final Subscription subscription;
  private final String tenant;
  private final Consumer<Alert> told;
  private final Set<String> raised = new HashSet<>();

  /**
   * @param told is given every alert that is raised
   */
  Reminders(Subscription subscription, String tenant, Consumer<Alert> told) {
    this.subscription = subscription;
    this.tenant = tenant;
    this.told = told;
  }

  void tell(List<Ticks.Interval> intervals) {
    if (!subscription.deal().started) {
      return;
    }
    for (Ticks.Interval interval : intervals) {
      moments(interval).forEach(this::tick);
    }
  }

  /**
   * Within an interval a tick comes right after each moment at which something can begin. What is
   * told at once lies before the first.
   */
  private Set<Instant> moments(Ticks.Interval interval) {
    Owner owner = subscription.owner();
    Set<Instant> moments = new TreeSet<>(List.of(interval.first()));
    LocalDate last = owner.today(interval.last()).plusDays(1);
    for (LocalDate day = owner.today(interval.first()); !day.isAfter(last); day = day.plusDays(1)) {
      moments.add(owner.startOf(day));
      moments.add(owner.fireAt(day, 0));
    }
    moments.removeIf(
        moment -> moment.isBefore(interval.first()) || moment.isAfter(interval.last()));
    return moments;
  }

  private void tick(Instant tick) {
    Occasions occasions = new Occasions(subscription, subscription.owner().today(tick));
    for (AlertType type : AlertType.values()) {
      List<Integer> leads = occasions.leads(type);
      if (!leads.isEmpty()) {
        int longest = Collections.max(leads);
        occasions
            .of(type)
            .takeWhile(occasion -> hasCome(occasion, longest, tick))
            .filter(occasion -> !occasion.toldUntil().isBefore(occasions.today()))
            .forEach(occasion -> raiseNewestMissed(occasion, leads, tick));
      }
    }
  }

  private boolean hasCome(Occasion occasion, int lead, Instant tick) {
    return !occasion.fireAt(lead, subscription.owner()).isAfter(tick);
  }

  private void raiseNewestMissed(Occasion occasion, List<Integer> leads, Instant tick) {
    leads.stream()
        .filter(lead -> hasCome(occasion, lead, tick))
        .min(Integer::compare)
        .map(lead -> new Alert(subscription, tenant, occasion, lead, tick))
        .filter(alert -> raised.add(alert.id()))
        .ifPresent(told);
  }
}
