package dev.perennial.dashboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.dashboard.subscription.Commitment;
import dev.perennial.dashboard.subscription.Cost;
import dev.perennial.dashboard.subscription.Subscription;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.fold.ExpectedCharge;
import dev.perennial.domain.fold.SubscriptionStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
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
      @Schema(description = "VARIABLE: the price is only expected") Price.Kind priceKind,
      @Schema(description = "What a VARIABLE price is taken to cost")
          @Nullable MoneyAnswer estimate,
      @Schema(description = "Left out where all of it is the subscriber's")
          @Nullable ShareAnswer share,
      @Schema(description = "Billed every so many units", example = "1") int every,
      PeriodUnit unit,
      CollectionMode collection,
      @Schema(description = "How many payments there are in all", example = "24")
          @Nullable Integer occurrences,
      @Nullable NoticeAnswer notice,
      @Nullable CancelByAnswer cancelBy,
      @Nullable LocalDate trialEnds,
      @Nullable LocalDate endsOn,
      @Nullable LocalDate resumesOn,
      @Nullable Renewal nextRenewal,
      @Schema(
              description =
                  "The first charge behind the newest settled one; the next renewal where none ever"
                      + " was. Left out where nothing more is due")
          @Nullable Expected expected,
      @Schema(description = "What it costs a month, spread evenly; left out while it costs nothing")
          @Nullable MoneyAnswer runRate,
      @Schema(description = "What was paid in all, a currency at a time")
          @Nullable List<MoneyAnswer> lifetimeSpend,
      @Schema(description = "Every price agreed, by its first day, also those that lie ahead")
          @Nullable List<PriceFrom> priceHistory) {}

  /** A price and its first day. */
  @Schema(name = "PriceFrom")
  record PriceFrom(
      @Schema(example = "2027-03-15") LocalDate from, Price.Kind kind, MoneyAnswer amount) {

    private static PriceFrom of(Cost.PriceFrom entry) {
      return new PriceFrom(
          entry.from(), entry.price().kind(), MoneyAnswer.of(entry.price().amount()));
    }
  }

  /** The next due date. */
  @Schema(name = "NextRenewal")
  record Renewal(
      LocalDate dueOn,
      MoneyAnswer amount,
      @Schema(description = MoneyAnswer.ESTIMATED, example = "true")
          @JsonInclude(JsonInclude.Include.NON_DEFAULT)
          boolean estimated) {

    private static @Nullable Renewal of(Subscription.@Nullable Renewal renewal) {
      return renewal == null
          ? null
          : new Renewal(renewal.dueOn(), MoneyAnswer.of(renewal.amount()), renewal.estimated());
    }
  }

  /** The charge that is expected next. */
  @Schema(name = "ExpectedCharge")
  record Expected(
      LocalDate dueOn,
      MoneyAnswer amount,
      @Schema(description = MoneyAnswer.ESTIMATED, example = "true")
          @JsonInclude(JsonInclude.Include.NON_DEFAULT)
          boolean estimated,
      @Schema(
              description =
                  "OUTSTANDING once its day is over; MISSING once the grace is over, too, where it"
                      + " is collected of itself")
          ExpectedCharge.State state) {

    private static @Nullable Expected of(Subscription.@Nullable Expected expected) {
      return expected == null
          ? null
          : new Expected(
              expected.charge().dueOn(),
              MoneyAnswer.of(expected.charge().amount()),
              expected.charge().estimated(),
              expected.state());
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
    Cost cost = subscription.cost();
    Commitment commitment = subscription.commitment();
    return new Item(
        subscription.subscriptionId(),
        subscription.name(),
        subscription.vendor(),
        subscription.category(),
        subscription.url(),
        subscription.status(),
        MoneyAnswer.of(cost.price().amount()),
        cost.price().kind(),
        MoneyAnswer.orAbsent(cost.estimate()),
        ShareAnswer.orAbsent(cost.share()),
        subscription.every(),
        subscription.unit(),
        subscription.collection(),
        commitment.occurrences(),
        NoticeAnswer.of(commitment.notice()),
        CancelByAnswer.of(commitment.cancelBy()),
        subscription.trialEnds(),
        subscription.endsOn(),
        subscription.resumesOn(),
        Renewal.of(subscription.nextRenewal()),
        Expected.of(subscription.expected()),
        MoneyAnswer.orAbsent(cost.runRate()),
        listOrAbsent(cost.lifetime(), MoneyAnswer::of),
        listOrAbsent(cost.history(), PriceFrom::of));
  }

  private static <T, A> @Nullable List<A> listOrAbsent(
      @Nullable List<T> items, Function<T, A> answer) {
    return items == null ? null : items.stream().map(answer).toList();
  }
}
