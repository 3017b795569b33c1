package dev.perennial.dashboard.page;

import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIPTIONS;

import dev.perennial.dashboard.projection.Watermarks;
import dev.perennial.dashboard.subscriber.Subscriber;
import dev.perennial.dashboard.subscription.Subscriptions;
import dev.perennial.dashboard.subscription.UpcomingRenewal;
import dev.perennial.domain.CollectionMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What falls due next. */
@Component
@Order(3)
class RenewalsPanel implements Panel {

  private final Subscriptions subscriptions;
  private final Watermarks watermarks;

  RenewalsPanel(Subscriptions subscriptions, Watermarks watermarks) {
    this.subscriptions = subscriptions;
    this.watermarks = watermarks;
  }

  record View(int days, List<Row> rows) {}

  /**
   * @param urgency now (today, tomorrow), soon (within a week) or later
   * @param cancelBy the last day to cancel, where it is near
   * @param note what else is worth knowing; none, if null
   */
  record Row(
      String subscriptionId,
      String name,
      String category,
      String dueOn,
      String isoDueOn,
      long daysLeft,
      String left,
      String urgency,
      Figure amount,
      boolean estimated,
      StatusBadge status,
      @Nullable Deadline cancelBy,
      @Nullable String note) {}

  @Override
  public String name() {
    return "renewals";
  }

  @Override
  public PanelContent load(Subscriber subscriber, int days) {
    Instant asOf = watermarks.asOf(subscriber.partition(), SUBSCRIPTIONS).orElse(null);
    List<Row> rows =
        subscriptions.renewals(subscriber, days).stream()
            .map(renewal -> row(renewal, subscriber.today()))
            .toList();
    return new PanelContent(new View(days, rows), asOf);
  }

  private static Row row(UpcomingRenewal renewal, LocalDate today) {
    return new Row(
        renewal.subscription().subscriptionId(),
        renewal.subscription().name(),
        renewal.subscription().category(),
        Dates.weekday(renewal.dueOn()),
        renewal.dueOn().toString(),
        renewal.daysLeft(),
        Dates.left(renewal.daysLeft()),
        urgency(renewal.daysLeft()),
        Figure.of(renewal.amount()),
        renewal.renewal().estimated(),
        StatusBadge.of(renewal.subscription().status()),
        Deadline.of(renewal, today).orElse(null),
        note(renewal));
  }

  private static String urgency(long days) {
    if (days <= 1) {
      return "now";
    }
    return days <= 7 ? "soon" : "later";
  }

  private static @Nullable String note(UpcomingRenewal renewal) {
    if (renewal.dueOn().equals(renewal.subscription().trialEnds())) {
      return "Trial ends";
    }
    return renewal.subscription().collection() == CollectionMode.MANUAL ? "Pay by hand" : null;
  }
}
