package dev.perennial.dashboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.dashboard.subscriber.Subscriber;
import dev.perennial.dashboard.subscription.Subscription;
import dev.perennial.dashboard.subscription.UpcomingRenewal;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.fold.SubscriptionStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Next renewals. */
@Schema(name = "Renewals")
record RenewalsAnswer(
    String subscriberId,
    @Schema(description = "The local date in the subscriber's zone") LocalDate today,
    @Schema(description = Freshness.AS_OF) @JsonInclude @Nullable Instant asOf,
    @Schema(description = Freshness.CAUGHT_UP) @Nullable Boolean caughtUp,
    @Schema(description = "Each subscription's next one, the soonest first") List<Item> renewals) {

  /** One renewal. */
  @Schema(name = "Renewal")
  record Item(
      String subscriptionId,
      String name,
      @Nullable String vendor,
      String category,
      SubscriptionStatus status,
      CollectionMode collection,
      LocalDate dueOn,
      @Schema(description = "0 on the due date", example = "7") long daysLeft,
      MoneyAnswer amount,
      @Schema(description = MoneyAnswer.ESTIMATED, example = "true")
          @JsonInclude(JsonInclude.Include.NON_DEFAULT)
          boolean estimated,
      @Nullable NoticeAnswer notice,
      @Nullable CancelByAnswer cancelBy,
      @Schema(description = "What the subscription costs a month, spread evenly")
          @Nullable MoneyAnswer runRate) {}

  static RenewalsAnswer of(
      Subscriber subscriber, Freshness freshness, List<UpcomingRenewal> renewals) {
    return new RenewalsAnswer(
        subscriber.subscriberId(),
        subscriber.today(),
        freshness.asOf(),
        freshness.caughtUp(),
        renewals.stream().map(RenewalsAnswer::item).toList());
  }

  private static Item item(UpcomingRenewal renewal) {
    Subscription subscription = renewal.subscription();
    return new Item(
        subscription.subscriptionId(),
        subscription.name(),
        subscription.vendor(),
        subscription.category(),
        subscription.status(),
        subscription.collection(),
        renewal.dueOn(),
        renewal.daysLeft(),
        MoneyAnswer.of(renewal.amount()),
        renewal.renewal().estimated(),
        NoticeAnswer.of(subscription.commitment().notice()),
        CancelByAnswer.of(subscription.commitment().cancelBy()),
        MoneyAnswer.orAbsent(subscription.cost().runRate()));
  }
}
