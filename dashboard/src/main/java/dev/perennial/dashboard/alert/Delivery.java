package dev.perennial.dashboard.alert;

import dev.perennial.dashboard.projection.Fields;
import dev.perennial.domain.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One alert to one destination, as the notifier's ledger last said.
 *
 * @param at since when it is in this state
 */
public record Delivery(
    String deliveryId,
    String alertId,
    String subscriptionId,
    String alertType,
    String title,
    String text,
    LocalDate dueOn,
    Money amount,
    Instant raisedAt,
    @Nullable String destinationId,
    @Nullable String channel,
    State state,
    Instant at,
    @Nullable String reason) {

  /** How far the telling got. */
  public enum State {
    /** The subscriber has no address for it. */
    NO_DESTINATION,
    /** Waiting for its turn. */
    PENDING,
    /** Being sent. */
    CLAIMED,
    /** Handed over to the channel. */
    SENT,
    /** Given up. */
    FAILED,
    /** It may have been sent; nothing sends it again by itself. */
    UNKNOWN,
    /** What it told is no longer so; not sent. */
    VOIDED
  }

  static Delivery read(Fields fields) {
    return new Delivery(
        fields.text("_id"),
        fields.text("alertId"),
        fields.text("subscriptionId"),
        fields.text("alertType"),
        fields.text("title"),
        fields.text("text"),
        fields.date("dueOn"),
        fields.amount("amount"),
        fields.instant("raisedAt"),
        fields.optionalText("destinationId").orElse(null),
        fields.optionalText("channel").orElse(null),
        fields.constant("state", State.class),
        fields.instant("at"),
        fields.optionalText("reason").orElse(null));
  }
}
