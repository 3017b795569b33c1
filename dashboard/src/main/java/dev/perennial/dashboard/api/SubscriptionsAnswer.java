package dev.perennial.dashboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.dashboard.subscription.Subscription;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.fold.SubscriptionStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All subscriptions of a subscriber. */
@Schema(name = "Subscriptions")
record SubscriptionsAnswer(
    String subscriberId,
    @Schema(description = Freshness.AS_OF) @JsonInclude @Nullable Instant asOf,
    @Schema(description = Freshness.CAUGHT_UP) @Nullable Boolean caughtUp,
    @Schema(description = "By name") List<Item> subscriptions) {

  /** One subscription; what it does not have is left out. */
  @Schema(name = "Subscription")
  record Item(
      @Schema(example = "netflix") String subscriptionId,
      String name,
      @Nullable String vendor,
      String category,
      @Nullable String url,
      SubscriptionStatus status,
      MoneyAnswer price,
      @Schema(description = "Billed every so many units", example = "1") int every,
      PeriodUnit unit,
      CollectionMode collection,
      @Nullable LocalDate trialEnds,
      @Nullable LocalDate endsOn,
      @Nullable LocalDate resumesOn,
      @Nullable Renewal nextRenewal) {}

  /** The next due date. */
  @Schema(name = "NextRenewal")
  record Renewal(LocalDate dueOn, MoneyAnswer amount) {

    private static @Nullable Renewal of(Subscription.@Nullable Renewal renewal) {
      return renewal == null
          ? null
          : new Renewal(renewal.dueOn(), MoneyAnswer.of(renewal.amount()));
    }
  }

  static SubscriptionsAnswer of(
      String subscriberId, Freshness freshness, List<Subscription> subscriptions) {
    return new SubscriptionsAnswer(
        subscriberId,
        freshness.asOf(),
        freshness.caughtUp(),
        subscriptions.stream().map(SubscriptionsAnswer::item).toList());
  }

  private static Item item(Subscription subscription) {
    return new Item(
        subscription.subscriptionId(),
        subscription.name(),
        subscription.vendor(),
        subscription.category(),
        subscription.url(),
        subscription.status(),
        MoneyAnswer.of(subscription.price()),
        subscription.every(),
        subscription.unit(),
        subscription.collection(),
        subscription.trialEnds(),
        subscription.endsOn(),
        subscription.resumesOn(),
        Renewal.of(subscription.nextRenewal()));
  }
}
