package dev.perennial.domain.event;

import dev.perennial.domain.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody tried to move money; of several attempts under one payment's id the last counts. */
public sealed interface PaymentAttempt extends PaymentData permits PaymentSucceeded, PaymentFailed {

  /** Never negative. */
  Money amount();

  /** The due date that it is for, where the upstream names it. */
  @Nullable LocalDate dueOn();
}
