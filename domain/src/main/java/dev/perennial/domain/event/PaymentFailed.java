package dev.perennial.domain.event;

import dev.perennial.domain.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** payment.failed: an attempt that moved nothing. */
public record PaymentFailed(String paymentId, Money amount, @Nullable LocalDate dueOn)
    implements PaymentAttempt {}
