package dev.perennial.domain.reckoning;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Mode;
import java.time.Instant;

/**
 * An event that made a payment's spend; one that moved amounts of two currencies stands twice.
 *
 * @param change by how much it changed the subscriber's part
 */
public record SpendEvent(EventType type, EventId id, Instant receivedAt, Mode mode, Money change) {

  public SpendEvent {
    requireNonNull(type, "type");
    requireNonNull(id, "id");
    requireNonNull(receivedAt, "receivedAt");
    requireNonNull(mode, "mode");
    requireNonNull(change, "change");
  }
}
