package dev.perennial.notifier.ledger;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.SubscriptionKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an alert says: all that a message about it needs, frozen into each of its rows.
 *
 * @param alertType as on the wire; a type of a later release is kept as it came
 * @param dueOn the day that it is about; which one that is depends on the type
 * @param lead days before {@code dueOn}, negative after it; 0 in rows of before it was kept
 * @param daysLeft whole days from the day the alert was raised to {@code dueOn}, in the
 *     subscriber's zone
 * @param previousAmount the price so far; null where the price does not change, and in rows of
 *     before there were other types than renewal.upcoming
 * @param renewalOn the renewal that a cancellation avoids, or null
 * @param paymentId the payment that it is about, or null
 * @param expectedAmount what was due where something else was paid, or null
 * @param duplicateOf the payment that another one repeats, or null
 * @param collection who starts the payment; the message asks for it only where it is MANUAL
 * @param url where the subscription can be managed, if the upstream said so
 */
public record Notice(
    String alertId,
    String alertType,
    SubscriptionKey subscription,
    String name,
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
    Locale locale,
    @Nullable String url,
    Instant raisedAt) {

  public Notice {
    requireNonNull(alertId, "alertId");
    requireNonNull(alertType, "alertType");
    requireNonNull(subscription, "subscription");
    requireNonNull(name, "name");
    requireNonNull(category, "category");
    requireNonNull(dueOn, "dueOn");
    requireNonNull(amount, "amount");
    requireNonNull(collection, "collection");
    requireNonNull(locale, "locale");
    requireNonNull(raisedAt, "raisedAt");
  }
}
