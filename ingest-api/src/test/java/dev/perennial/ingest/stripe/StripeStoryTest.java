package dev.perennial.ingest.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import dev.perennial.domain.fold.SubscriptionState;
import dev.perennial.domain.fold.SubscriptionStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The life of a subscription as Stripe tells it, and what is known of it on the way. */
class StripeStoryTest {

  private static final String TRIAL_END = "2026-11-15T10:00:00Z";

  private final List<ObjectNode> told = new ArrayList<>();

  @Test
  void aTrialShouldBecomeAPaidSubscriptionThatEndsWithItsPeriod() {
    ObjectNode created = hook("subscription-created-with-trial", "evt_1", "2026-11-01T10:00:00Z");
    StripePayloads.object(created).put("cancel_at_period_end", false).putNull("cancel_at");
    told.add(created);
    SubscriptionState trialing = on("2026-11-10T00:00:00Z");
    assertThat(trialing.status()).isEqualTo(SubscriptionStatus.TRIALING);
    assertThat(trialing.trialEnds()).isEqualTo("2026-11-15");
    assertThat(nextDue(trialing)).isEqualTo("2026-11-15");

    told.add(hook("subscription-trial-will-end", "evt_2", "2026-11-12T10:00:00Z"));
    told.add(renewed("evt_3", TRIAL_END));
    ObjectNode upcoming = hook("invoice-upcoming", "evt_4", "2026-12-08T10:00:00Z");
    StripePayloads.object(upcoming).put("period_end", second("2026-12-15T10:00:00Z"));
    told.add(paid("evt_5", "in_1", "2026-11-15T11:00:00Z"));
    told.add(upcoming);
    SubscriptionState active = on("2026-12-10T00:00:00Z");
    assertThat(active.status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(nextDue(active)).isEqualTo("2026-12-15");
    assertThat(Objects.requireNonNull(active.nextRenewal()).amount())
        .isEqualTo(Money.of("14.99", "EUR"));
    assertThat(active.spending().lifetime()).containsExactly(Money.of("12.99", "EUR"));
    assertThat(active.terms().priceHistory()).hasSize(1);

    ObjectNode cancelled = renewed("evt_6", "2026-12-20T09:00:00Z");
    StripePayloads.object(cancelled).put("cancel_at_period_end", true);
    ((ObjectNode) cancelled.path("data").path("previous_attributes"))
        .put("cancel_at_period_end", false);
    told.add(cancelled);
    SubscriptionState ending = on("2026-12-21T00:00:00Z");
    assertThat(ending.status()).isEqualTo(SubscriptionStatus.CANCELLED);
    assertThat(ending.endsOn()).isEqualTo("2027-01-15");
    assertThat(ending.nextRenewal()).isNull();

    ObjectNode deleted = hook("subscription-deleted", "evt_7", "2027-01-15T10:00:05Z");
    StripePayloads.object(deleted).put("ended_at", second("2027-01-15T10:00:00Z"));
    told.add(deleted);
    SubscriptionState over = on("2027-01-16T00:00:00Z");
    assertThat(over.status()).isEqualTo(SubscriptionStatus.ENDED);
    assertThat(over.endsOn()).isEqualTo("2027-01-15");
  }

  @Test
  void aPauseShouldSkipWhatFallsIntoIt() {
    told.add(hook("subscription-created", "evt_1", "2026-11-01T10:00:00Z"));
    told.add(hook("subscription-updated-paused", "evt_2", "2026-11-12T09:00:00Z"));
    SubscriptionState paused = on("2026-11-20T00:00:00Z");
    assertThat(paused.status()).isEqualTo(SubscriptionStatus.PAUSED);
    assertThat(nextDue(paused)).isEqualTo("2027-02-01");
    told.add(hook("subscription-updated-resumed", "evt_3", "2026-11-25T09:00:00Z"));
    assertThat(nextDue(on("2026-11-26T00:00:00Z"))).isEqualTo("2026-12-01");
  }

  @Test
  void aFailedPaymentShouldBePaidUnderItsInvoice() {
    told.add(hook("subscription-created", "evt_1", "2026-11-01T10:00:00Z"));
    told.add(hook("invoice-payment-failed", "evt_2", "2026-12-01T11:00:00Z"));
    assertThat(on("2026-12-02T00:00:00Z").status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    told.add(hook("invoice-paid", "evt_3", "2026-12-04T11:00:00Z"));
    told.add(hook("charge-refunded", "evt_4", "2026-12-05T11:00:00Z"));
    SubscriptionState paid = on("2026-12-06T00:00:00Z");
    assertThat(paid.status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(paid.spending().lifetime()).containsExactly(Money.of("9.99", "EUR"));
  }

  private SubscriptionState on(String moment) {
    return new FoldedHooks().view(told, Instant.parse(moment)).state().orElseThrow();
  }

  private static LocalDate nextDue(SubscriptionState state) {
    return Objects.requireNonNull(state.nextRenewal()).dueOn();
  }

  /** A snapshot with the anchor at the trial's end. */
  private static ObjectNode renewed(String id, String at) {
    ObjectNode hook = hook("subscription-updated-resumed", id, at);
    StripePayloads.object(hook)
        .put("billing_cycle_anchor", second(TRIAL_END))
        .put("collection_method", "send_invoice");
    ((ObjectNode) hook.path("data")).putObject("previous_attributes");
    return hook;
  }

  private static ObjectNode paid(String id, String invoice, String at) {
    ObjectNode hook = hook("invoice-paid", id, at);
    StripePayloads.object(hook).put("id", invoice).put("period_end", second(at));
    return hook;
  }

  private static ObjectNode hook(String name, String id, String at) {
    return StripePayloads.payload(name).put("id", id).put("created", second(at));
  }

  private static long second(String moment) {
    return Instant.parse(moment).getEpochSecond();
  }
}
