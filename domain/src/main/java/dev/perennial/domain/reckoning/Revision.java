package dev.perennial.domain.reckoning;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * What changed a period after it was closed.
 *
 * @param number from 1, in the order in which they were received
 */
public record Revision(int number, Instant receivedAt, Cause cause) {

  /** What changed it. */
  public sealed interface Cause {}

  /**
   * @param change by how much it changed the payment's spend, a currency at a time
   */
  public record ByEvent(
      EventType type, EventId event, String subscriptionId, String paymentId, List<Money> change)
      implements Cause {

    public ByEvent {
      change = List.copyOf(change);
    }
  }

  /**
   * @param payments how many payments of the period it converts that were known before it
   */
  public record ByRate(Currency base, LocalDate date, String source, int payments)
      implements Cause {}

  public Revision {
    requireNonNull(receivedAt, "receivedAt");
    requireNonNull(cause, "cause");
    if (number < 1) {
      throw new IllegalArgumentException("Revisions count from 1, not from " + number);
    }
  }
}
