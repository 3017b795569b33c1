package dev.perennial.contracts.alert;

import static java.util.Objects.requireNonNull;

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
 *     possible, the price changes, the payment failed or the subscription ended; the first day of
 *     the period of a budget or a digest
 * @param lead days before dueOn at which the alert was to fire; negative after it
 * @param daysLeft days from the local day of the tick to dueOn, at least 0; less than the lead when
 *     it was caught up after an outage
 * @param revision how often an alert of the same content was voided before
 * @param fireAt when it was to fire
 * @param raisedAt the business clock when it was raised
 * @param routing destination ids; null means all of the subscriber's destinations
 */
public record AlertRaised(
    String id,
    String type,
    SubscriberKey subscriber,
    AlertContent content,
    LocalDate dueOn,
    int lead,
    int daysLeft,
    int revision,
    Instant fireAt,
    Instant raisedAt,
    ZoneId zone,
    @Nullable Locale locale,
    @Nullable List<String> routing)
    implements AlertMessage {

  public AlertRaised {
    requireNonNull(id, "id");
    requireNonNull(type, "type");
    requireNonNull(subscriber, "subscriber");
    requireNonNull(content, "content");
    requireNonNull(dueOn, "dueOn");
    if (daysLeft < 0 || revision < 0) {
      throw new IllegalArgumentException("DaysLeft and revision are not negative");
    }
    routing = routing == null ? null : List.copyOf(routing);
  }
}
