package dev.perennial.domain.reckoning;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a payment is made of.
 *
 * @param rate by which it was converted to the home currency; null where it was not
 */
public record PaymentRecord(
    String subscriptionId, String paymentId, List<SpendEvent> events, @Nullable UsedRate rate) {

  public PaymentRecord {
    requireNonNull(subscriptionId, "subscriptionId");
    requireNonNull(paymentId, "paymentId");
    events = List.copyOf(events);
  }
}
