package dev.perennial.domain.event;

import dev.perennial.domain.Money;

/** What happened to one payment, an entity of its own under its subscription. */
public sealed interface PaymentData extends SubscriptionData
    permits PaymentSucceeded, PaymentFailed, PaymentRefunded {

  String paymentId();

  /** Never negative; a refund's amount is what went back. */
  Money amount();
}
