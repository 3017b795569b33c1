package dev.perennial.domain.event;

/** What happened to one payment, an entity of its own under its subscription. */
public sealed interface PaymentData extends SubscriptionData
    permits PaymentAttempt, PaymentRefunded, PaymentCorrected, PaymentVoided {

  String paymentId();
}
