package dev.perennial.processor.topology;

import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.domain.event.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a record asks of the fold. */
sealed interface Work
    permits Work.FactArrived, Work.MomentCame, Work.AlertTold, PassEnded, Rejection {

  /**
   * @param now the business clock; null before the first tick
   */
  record FactArrived(Event event, Origin origin, @Nullable Instant now) implements Work {}

  /**
   * A subscription is due to be looked at.
   *
   * @param subscription the subscription's composite key
   */
  record MomentCame(String subscription, Instant tick) implements Work {}

  /**
   * The serving epoch has raised or voided an alert.
   *
   * @param now the business clock; null before the first tick
   */
  record AlertTold(AlertMessage message, @Nullable Instant now) implements Work {}
}
