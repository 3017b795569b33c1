package dev.perennial.domain;

import static java.util.Objects.requireNonNull;

/** What one period costs: a fixed amount, or one that varies around the amount given. */
public record Price(Kind kind, Money amount) {

  /** Whether the amount is agreed or only expected. */
  public enum Kind {
    FIXED,
    VARIABLE
  }

  public Price {
    requireNonNull(kind, "kind");
    if (amount.value().signum() < 0) {
      throw new IllegalArgumentException("A price is not negative");
    }
  }
}
