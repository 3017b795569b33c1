package dev.perennial.domain;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What a subscriber wants to spend in a period at most.
 *
 * @param category null for all
 * @param amount above zero
 */
public record Budget(@Nullable String category, Money amount) {

  public Budget {
    requireNonNull(amount, "amount");
    if (amount.value().signum() <= 0) {
      throw new IllegalArgumentException("A budget is above zero");
    }
  }
}
