package dev.perennial.domain.event;

import static java.util.Objects.requireNonNull;

/** payment.voided: a payment that was reported never happened. */
public record PaymentVoided(String paymentId) implements PaymentData {

  public PaymentVoided {
    requireNonNull(paymentId, "paymentId");
  }
}
