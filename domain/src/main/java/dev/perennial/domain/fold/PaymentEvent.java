package dev.perennial.domain.fold;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import java.time.Instant;

/**
 * An event that changed what a payment counts. One that moved amounts of two currencies stands
 * twice.
 *
 * @param change by how much the subscriber's part is more, or less; never zero
 */
public record PaymentEvent(
    EventType type, EventId id, Instant time, Instant receivedAt, Mode mode, Money change) {

  public PaymentEvent {
    requireNonNull(type, "type");
    requireNonNull(id, "id");
    requireNonNull(change, "change");
  }

  static PaymentEvent of(Fact fact, Money change) {
    return new PaymentEvent(
        EventType.of(fact.data()), fact.id(), fact.time(), fact.receivedAt(), fact.mode(), change);
  }
}
