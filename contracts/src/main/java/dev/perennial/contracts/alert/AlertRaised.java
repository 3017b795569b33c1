package dev.perennial.contracts.alert;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.SubscriberKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * alert.raised: tell this subscriber, once.
 *
 * @param id hash over what the alert is about; equal for the same alert raised anew by a replay
 * @param type the alert type, such as {@code renewal.upcoming}
 * @param dueOn the day that it is about: on which money moves, the trial ends, cancelling is still
 *     possible, the price changes, the payment failed or the subscription ended
 * @param lead days before dueOn at which the alert was to fire; negative after it
 * @param daysLeft days from the local day of the tick to dueOn, at least 0; less than the lead when
 *     it was caught up after an outage
 * @param amount what is due, what failed, what was paid, the new price, or the price of what ended
 * @param previousAmount the price so far; price.changed alone has it
 * @param renewalOn the renewal that a cancellation avoids; cancellation.deadline alone has it
 * @param paymentId of payment.failed, payment.unexpected and payment.duplicate alone
 * @param expectedAmount what was due; of payment.unexpected alone, and null where nothing was due
 * @param duplicateOf the id of the payment that settled the due date before; payment.duplicate
 *     alone has it
 * @param revision how often an alert of the same content was voided before
 * @param fireAt when it was to fire
 * @param raisedAt the business clock when it was raised
 * @param routing destination ids; null means all of the subscriber's destinations
 */
public record AlertRaised(
    String id,
    String type,
    SubscriberKey subscriber,
    String subscriptionId,
    String subscriptionName,
    @Nullable String vendor,
    String category,
    LocalDate dueOn,
    int lead,
    int daysLeft,
    Money amount,
    @Nullable Money previousAmount,
    @Nullable LocalDate renewalOn,
    @Nullable String paymentId,
    @Nullable Money expectedAmount,
    @Nullable String duplicateOf,
    CollectionMode collection,
    int revision,
    Instant fireAt,
    Instant raisedAt,
    ZoneId zone,
    @Nullable Locale locale,
    @Nullable List<String> routing,
    @Nullable String url)
    implements AlertMessage {

  public AlertRaised {
    requireNonNull(id, "id");
    requireNonNull(subscriber, "subscriber");
    requireNonNull(dueOn, "dueOn");
    requireNonNull(amount, "amount");
    if (daysLeft < 0 || revision < 0) {
      throw new IllegalArgumentException("DaysLeft and revision are not negative");
    }
    routing = routing == null ? null : List.copyOf(routing);
  }
}
