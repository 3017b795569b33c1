package dev.perennial.domain.alert;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Budget;
import dev.perennial.domain.Money;
import dev.perennial.domain.fold.SubscriptionState;
import dev.perennial.domain.period.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an alert is about, and what there is to say of it. */
public sealed interface AlertContent {

  /**
   * One subscription.
   *
   * @param amount what is due, was paid, or is the new price
   * @param previousAmount the price so far, where it changes
   * @param renewalOn the renewal that a cancellation avoids
   * @param paymentId of the types about payments alone
   * @param expectedAmount what was due, where something else was paid
   * @param duplicateOf the payment that had settled the due date already
   */
  record OfSubscription(
      SubscriptionState subscription,
      Money amount,
      @Nullable Money previousAmount,
      @Nullable LocalDate renewalOn,
      @Nullable String paymentId,
      @Nullable Money expectedAmount,
      @Nullable String duplicateOf)
      implements AlertContent {

    public OfSubscription {
      requireNonNull(subscription, "subscription");
      requireNonNull(amount, "amount");
    }
  }

  /**
   * One of the subscriber's budgets, in one of its periods.
   *
   * @param amount what was spent
   */
  record OfBudget(Money amount, Budget budget, Period period) implements AlertContent {

    public OfBudget {
      requireNonNull(period, "period");
      if (!amount.currency().equals(budget.amount().currency())) {
        throw new IllegalArgumentException("A budget counts what was spent in its own currency");
      }
    }
  }

  /** All that a subscriber pays for. */
  record OfDigest(Digest digest) implements AlertContent {

    public OfDigest {
      requireNonNull(digest, "digest");
    }
  }
}
