package dev.perennial.notifier.ledger;

import static java.util.Objects.requireNonNull;

import dev.perennial.contracts.alert.AlertContent;
import dev.perennial.domain.SubscriberKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What an alert says: all that a message about it needs, frozen into each of its rows.
 *
 * @param alertType as on the wire; a type of a later release is kept as it came
 * @param content what it is about, a subscription or not
 * @param dueOn the day that it is about; which one that is depends on the type
 * @param lead days before {@code dueOn}, negative after it; 0 in rows of before it was kept
 * @param daysLeft whole days from the day the alert was raised to {@code dueOn}, in the
 *     subscriber's zone
 */
public record Notice(
    String alertId,
    String alertType,
    SubscriberKey subscriber,
    AlertContent content,
    LocalDate dueOn,
    int lead,
    int daysLeft,
    Locale locale,
    Instant raisedAt) {

  public Notice {
    requireNonNull(alertId, "alertId");
    requireNonNull(alertType, "alertType");
    requireNonNull(subscriber, "subscriber");
    requireNonNull(content, "content");
    requireNonNull(dueOn, "dueOn");
    requireNonNull(locale, "locale");
    requireNonNull(raisedAt, "raisedAt");
  }
}
