package dev.perennial.dashboard.subscription;

import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIPTIONS;
import static java.time.temporal.ChronoUnit.DAYS;

import com.mongodb.client.model.Sorts;
import dev.perennial.dashboard.projection.ProjectionDatabase;
import dev.perennial.dashboard.subscriber.Subscriber;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads a subscriber's subscriptions. */
@Component
public class Subscriptions {

  private static final Comparator<UpcomingRenewal> SOONEST_FIRST =
      Comparator.comparing(UpcomingRenewal::dueOn)
          .thenComparing(renewal -> renewal.subscription().name());

  private final ProjectionDatabase database;

  Subscriptions(ProjectionDatabase database) {
    this.database = database;
  }

  /** All of them, by name. */
  public List<Subscription> all(Subscriber subscriber) {
    return ProjectionDatabase.read(
        SUBSCRIPTIONS,
        database
            .find(SUBSCRIPTIONS, subscriber.tenantId(), subscriber.subscriberId())
            .sort(Sorts.ascending("name", "subscriptionId")),
        Subscription::read);
  }

  /**
   * Each subscription's next renewal that falls due within these days, the soonest first.
   *
   * @param days counted from the subscriber's today, which is included
   */
  public List<UpcomingRenewal> renewals(Subscriber subscriber, int days) {
    LocalDate today = subscriber.today();
    return all(subscriber).stream()
        .flatMap(subscription -> upcoming(subscription, today))
        .filter(renewal -> renewal.daysLeft() >= 0 && renewal.daysLeft() <= days)
        .sorted(SOONEST_FIRST)
        .toList();
  }

  private static Stream<UpcomingRenewal> upcoming(Subscription subscription, LocalDate today) {
    Subscription.Renewal next = subscription.nextRenewal();
    return next == null
        ? Stream.empty()
        : Stream.of(new UpcomingRenewal(subscription, next, DAYS.between(today, next.dueOn())));
  }
}
