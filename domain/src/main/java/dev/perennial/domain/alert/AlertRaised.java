package dev.perennial.domain.alert;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.SubscriberKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A fact worth telling a subscriber. It carries what a message needs, so that nobody has to look
 * anything up.
 *
 * @param id the same for the same subscriber, type, subscription, date, lead, payment or budget,
 *     and revision
 * @param lead days before the date that the alert stands for; negative for days after it
 * @param daysLeft days from the tick's local day to the date, at least 0; fewer than the lead after
 *     an outage
 * @param raisedAt the tick that raised it
 * @param zone the subscriber's, at the tick
 * @param routing destinations chosen for this type; empty means all the subscriber has
 */
public record AlertRaised(
    String id,
    AlertType type,
    SubscriberKey subscriber,
    AlertContent content,
    LocalDate dueOn,
    int lead,
    int daysLeft,
    int revision,
    Instant fireAt,
    Instant raisedAt,
    ZoneId zone,
    Optional<Locale> locale,
    Optional<List<String>> routing) {

  public AlertRaised {
    requireNonNull(id, "id");
    requireNonNull(type, "type");
    requireNonNull(subscriber, "subscriber");
    requireNonNull(content, "content");
    requireNonNull(dueOn, "dueOn");
  }
}
