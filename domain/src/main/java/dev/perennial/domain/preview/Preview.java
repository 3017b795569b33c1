package dev.perennial.domain.preview;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.SubscriptionData;
import dev.perennial.domain.fold.Erasure;
import dev.perennial.domain.fold.FactLog;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.total.Contribution;
import dev.perennial.domain.total.MonthlyTotal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What events would do if there were nothing but them: a pure function of the events and a span of
 * time, so that rules can be tried without a platform. What they erase is not in it.
 *
 * @param subscriptions in the order of their first events
 * @param totals spend by subscriber and month, of payments at any time
 */
public record Preview(
    List<SubscriptionPreview> subscriptions,
    Map<SubscriberKey, SortedMap<YearMonth, MonthlyTotal>> totals) {

  /** The most days that a preview looks ahead. */
  public static final int MAX_DAYS = 400;

  /**
   * @param from the moment at which the platform would begin to tick; what is told late is told
   *     then
   * @param days how far ahead due dates and alerts are listed, 1 to {@value #MAX_DAYS}
   * @throws IllegalArgumentException if the days are out of range
   */
  public static Preview of(List<Event> events, Instant from, int days) {
    return of(subscriptions(events, from, days).toList());
  }

  /** Of subscriptions that were previewed one by one. */
  public static Preview of(List<SubscriptionPreview> subscriptions) {
    return new Preview(subscriptions, totals(subscriptions));
  }

  /**
   * The subscriptions of a preview, each worked out when it is asked for: who has to bound the time
   * can stop between two.
   *
   * @throws IllegalArgumentException if the days are out of range
   */
  public static Stream<SubscriptionPreview> subscriptions(
      List<Event> events, Instant from, int days) {
    if (days < 1 || days > MAX_DAYS) {
      throw new IllegalArgumentException("A preview is of 1 to 400 days, not " + days);
    }
    Map<SubscriberKey, List<Event>> bySubscriber =
        events.stream().collect(groupingBy(Event::subscriber, LinkedHashMap::new, toList()));
    return bySubscriber.values().stream().flatMap(own -> subscriptionsOfOne(own, from, days));
  }

  private static Stream<SubscriptionPreview> subscriptionsOfOne(
      List<Event> events, Instant from, int days) {
    Erasure erasure = Erasure.of(events);
    List<Event> remaining = erasure.remaining(events);
    Subscriber subscriber = Subscriber.of(remaining.stream().map(Event::fact).toList());
    Map<SubscriptionKey, List<Fact>> bySubscription = new LinkedHashMap<>();
    for (Event event : remaining) {
      if (event.fact().data() instanceof SubscriptionData) {
        bySubscription
            .computeIfAbsent(
                event.subscriber().subscription(event.subject()), key -> new ArrayList<>())
            .add(event.fact());
      }
    }
    return bySubscription.entrySet().stream()
        .map(
            entry ->
                new SubscriptionSpan(
                        entry.getKey(),
                        FactLog.of(entry.getValue()),
                        erasure.floorOf(entry.getKey().subscriptionId()),
                        subscriber)
                    .preview(from, days));
  }

  private static Map<SubscriberKey, SortedMap<YearMonth, MonthlyTotal>> totals(
      List<SubscriptionPreview> subscriptions) {
    Map<SubscriberKey, SortedMap<YearMonth, MonthlyTotal>> totals = new LinkedHashMap<>();
    for (SubscriptionPreview each : subscriptions) {
      for (Contribution part : each.view().contributions()) {
        totals
            .computeIfAbsent(each.key().subscriber(), key -> new TreeMap<>())
            .merge(part.month(), MonthlyTotal.empty().plus(part), (sum, first) -> sum.plus(part));
      }
    }
    return totals;
  }
}
