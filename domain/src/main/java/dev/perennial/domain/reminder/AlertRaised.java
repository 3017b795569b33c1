package dev.perennial.domain.reminder;

import dev.perennial.domain.Money;
import dev.perennial.domain.fold.SubscriptionState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * renewal.upcoming: money is about to move. It carries what a message needs, so that nobody has to
 * look anything up.
 *
 * @param id the same for the same subscriber, subscription, due date, lead and revision
 * @param lead days before the due date that the alert stands for
 * @param daysLeft days from the tick's local day to the due date; fewer than the lead after an
 *     outage
 * @param raisedAt the tick that raised it
 * @param routing destinations chosen for this type; empty means all the subscriber has
 */
public record AlertRaised(
    String id,
    SubscriptionState subscription,
    LocalDate dueOn,
    int lead,
    int daysLeft,
    Money amount,
    int revision,
    Instant fireAt,
    Instant raisedAt,
    Optional<Locale> locale,
    Optional<List<String>> routing) {

  public static final String TYPE = "renewal.upcoming";
}
