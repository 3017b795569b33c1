package dev.perennial.dashboard.page;

import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIPTIONS;

import dev.perennial.dashboard.projection.Watermarks;
import dev.perennial.dashboard.subscriber.Subscriber;
import dev.perennial.dashboard.subscription.Cost;
import dev.perennial.dashboard.subscription.Subscription;
import dev.perennial.dashboard.subscription.Subscriptions;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.fold.SubscriptionStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** All agreements, the ended ones last. */
@Component
@Order(7)
class SubscriptionsPanel implements Panel {

  private static final Comparator<Subscription> ENDED_LAST =
      Comparator.comparing(subscription -> subscription.status() == SubscriptionStatus.ENDED);

  private final Subscriptions subscriptions;
  private final Watermarks watermarks;

  SubscriptionsPanel(Subscriptions subscriptions, Watermarks watermarks) {
    this.subscriptions = subscriptions;
    this.watermarks = watermarks;
  }

  record View(List<Row> rows) {}

  /**
   * @param estimated the price varies, and is only expected
   * @param spread what it costs a month, where that is not what is billed
   * @param limit how many payments there are; empty where there is no limit
   */
  record Row(
      String subscriptionId,
      String name,
      String vendor,
      String category,
      StatusBadge status,
      Figure price,
      boolean estimated,
      String period,
      @Nullable Figure spread,
      String next,
      String limit,
      @Nullable Ahead ahead) {}

  /** A price that is agreed for a later day. */
  record Ahead(Figure price, String from) {}

  @Override
  public String name() {
    return "subscriptions";
  }

  @Override
  public PanelContent load(Subscriber subscriber, int days) {
    Instant asOf = watermarks.asOf(subscriber.partition(), SUBSCRIPTIONS).orElse(null);
    List<Row> rows =
        subscriptions.all(subscriber).stream()
            .sorted(ENDED_LAST)
            .map(subscription -> row(subscription, subscriber.today()))
            .toList();
    return new PanelContent(new View(rows), asOf);
  }

  private static Row row(Subscription subscription, LocalDate today) {
    Cost cost = subscription.cost();
    return new Row(
        subscription.subscriptionId(),
        subscription.name(),
        subscription.vendor() == null ? "" : subscription.vendor(),
        subscription.category(),
        StatusBadge.of(subscription.status()),
        Figure.of(cost.price().amount()),
        cost.price().kind() == Price.Kind.VARIABLE,
        period(subscription.every(), subscription.unit()),
        cost.spread().map(Figure::of).orElse(null),
        next(subscription),
        limit(subscription),
        cost.ahead(today).map(entry -> ahead(entry, today)).orElse(null));
  }

  private static String limit(Subscription subscription) {
    Integer occurrences = subscription.commitment().occurrences();
    if (occurrences == null || subscription.status() == SubscriptionStatus.ENDED) {
      return "";
    }
    return occurrences == 1
        ? "Ends after 1 payment"
        : "Ends after %d payments".formatted(occurrences);
  }

  private static Ahead ahead(Cost.PriceFrom entry, LocalDate today) {
    return new Ahead(Figure.of(entry.price().amount()), Dates.near(entry.from(), today));
  }

  private static String period(int every, PeriodUnit unit) {
    String name = unit.name().toLowerCase(Locale.ROOT);
    return every == 1 ? "a " + name : "every %d %ss".formatted(every, name);
  }

  private static String next(Subscription subscription) {
    if (subscription.status() == SubscriptionStatus.PAUSED && subscription.resumesOn() != null) {
      return "Resumes " + Dates.day(subscription.resumesOn());
    }
    if (subscription.nextRenewal() != null) {
      return "Renews " + Dates.day(subscription.nextRenewal().dueOn());
    }
    return subscription.endsOn() == null ? "" : ends(subscription);
  }

  private static String ends(Subscription subscription) {
    String verb = subscription.status() == SubscriptionStatus.ENDED ? "Ended " : "Ends ";
    return subscription.endsOn() == null ? "" : verb + Dates.day(subscription.endsOn());
  }
}
