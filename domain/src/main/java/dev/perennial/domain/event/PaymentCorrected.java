package dev.perennial.domain.event;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * payment.corrected: what was reported of a payment was wrong; whenever it was paid, this was it.
 *
 * @param dueOn as reported if absent
 */
public record PaymentCorrected(String paymentId, Money amount, @Nullable LocalDate dueOn)
    implements PaymentData {

  public PaymentCorrected {
    requireNonNull(paymentId, "paymentId");
    requireNonNull(amount, "amount");
  }
}
