package dev.perennial.domain.reckoning;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Mode;
import java.time.Instant;
import java.util.List;

/**
 * An event that made a payment's spend.
 *
 * @param change by how much it changed the subscriber's part; empty where it changed nothing, of
 *     two currencies where a correction brought another one
 */
public record SpendEvent(
    EventType type, EventId id, Instant receivedAt, Mode mode, List<Money> change) {

  public SpendEvent {
    requireNonNull(type, "type");
    requireNonNull(id, "id");
    requireNonNull(receivedAt, "receivedAt");
    requireNonNull(mode, "mode");
    change = change.stream().filter(amount -> !amount.isZero()).toList();
  }
}
