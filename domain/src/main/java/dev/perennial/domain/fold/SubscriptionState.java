package dev.perennial.domain.fold;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Billing;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.Price;
import dev.perennial.domain.SubscriptionKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as it stands on one day.
 *
 * @param category {@link Derivation#UNCATEGORISED} if none was given
 * @param billing with the anchor that due dates are counted from now (a trial's end, the day of
 *     resuming)
 * @param endsOn first day on which nothing is due any more, by cancellation or agreement
 * @param resumesOn the running pause's last day plus one, if it is known
 */
public record SubscriptionState(
    SubscriptionKey key,
    String name,
    @Nullable String vendor,
    String category,
    @Nullable String url,
    List<String> tags,
    SubscriptionStatus status,
    Price price,
    Billing billing,
    CollectionMode collection,
    ZoneId zone,
    @Nullable LocalDate trialEnds,
    @Nullable LocalDate endsOn,
    @Nullable LocalDate resumesOn,
    @Nullable Renewal nextRenewal,
    @Nullable ScheduledAlert nextAlert,
    @Nullable LastPayment lastPayment) {

  /** A due date and what is due. */
  public record Renewal(LocalDate dueOn, Money amount) {}

  /**
   * @param lead days before the due date
   */
  public record ScheduledAlert(Instant fireAt, LocalDate dueOn, int lead) {}

  /** The newest payment that went through. */
  public record LastPayment(Instant paidAt, Money amount) {}

  public SubscriptionState {
    requireNonNull(key, "key");
    tags = List.copyOf(tags);
  }
}
