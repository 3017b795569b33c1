package dev.perennial.domain.event;

import dev.perennial.domain.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** payment.succeeded: money moved at the event's time. */
public record PaymentSucceeded(String paymentId, Money amount, @Nullable LocalDate dueOn)
    implements PaymentAttempt {}
