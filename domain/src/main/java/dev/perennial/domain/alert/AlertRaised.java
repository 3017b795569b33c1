package dev.perennial.domain.alert;

import dev.perennial.domain.Money;
import dev.perennial.domain.fold.SubscriptionState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact worth telling a subscriber. It carries what a message needs, so that nobody has to look
 * anything up.
 *
 * @param id the same for the same subscriber, type, subscription, date, lead, payment and revision
 * @param lead days before the date that the alert stands for; negative for days after it
 * @param daysLeft days from the tick's local day to the date, at least 0; fewer than the lead after
 *     an outage
 * @param expectedAmount what was due, where something else was paid
 * @param duplicateOf the payment that had settled the due date already
 * @param raisedAt the tick that raised it
 * @param routing destinations chosen for this type; empty means all the subscriber has
 */
public record AlertRaised(
    String id,
    AlertType type,
    SubscriptionState subscription,
    LocalDate dueOn,
    int lead,
    int daysLeft,
    Money amount,
    @Nullable Money previousAmount,
    @Nullable LocalDate renewalOn,
    @Nullable String paymentId,
    @Nullable Money expectedAmount,
    @Nullable String duplicateOf,
    int revision,
    Instant fireAt,
    Instant raisedAt,
    Optional<Locale> locale,
    Optional<List<String>> routing) {}
