package dev.perennial.contracts.alert;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Budget;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.alert.Digest;
import dev.perennial.domain.period.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an alert is about, and what there is to say of it. */
public sealed interface AlertContent {

  /**
   * One subscription.
   *
   * @param amount what is due, what failed, what was paid, the new price, or the price of what
   *     ended
   * @param previousAmount the price so far; price.changed alone has it
   * @param renewalOn the renewal that a cancellation avoids; cancellation.deadline alone has it
   * @param paymentId of payment.failed, payment.unexpected and payment.duplicate alone
   * @param expectedAmount what was due; of payment.unexpected alone, and null where nothing was due
   * @param duplicateOf the id of the payment that settled the due date before; payment.duplicate
   *     alone has it
   */
  record OfSubscription(
      String subscriptionId,
      String subscriptionName,
      @Nullable String vendor,
      String category,
      Money amount,
      @Nullable Money previousAmount,
      @Nullable LocalDate renewalOn,
      @Nullable String paymentId,
      @Nullable Money expectedAmount,
      @Nullable String duplicateOf,
      CollectionMode collection,
      @Nullable String url)
      implements AlertContent {

    public OfSubscription {
      requireNonNull(subscriptionId, "subscriptionId");
      requireNonNull(subscriptionName, "subscriptionName");
      requireNonNull(category, "category");
      requireNonNull(amount, "amount");
      requireNonNull(collection, "collection");
    }
  }

  /**
   * One of the subscriber's budgets, in one of its periods.
   *
   * @param amount what was spent
   */
  record OfBudget(Money amount, Budget budget, Period period) implements AlertContent {

    public OfBudget {
      requireNonNull(amount, "amount");
      requireNonNull(budget, "budget");
      requireNonNull(period, "period");
    }
  }

  /** All that a subscriber pays for. */
  record OfDigest(Digest digest) implements AlertContent {

    public OfDigest {
      requireNonNull(digest, "digest");
    }
  }
}
