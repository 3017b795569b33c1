package dev.perennial.domain.event;

import dev.perennial.domain.Money;

/** payment.refunded: part or all of a payment went back. */
public record PaymentRefunded(String paymentId, String refundId, Money amount)
    implements PaymentData {}
