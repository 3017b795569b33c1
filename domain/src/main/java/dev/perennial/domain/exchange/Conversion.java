package dev.perennial.domain.exchange;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import java.util.Currency;
import java.util.Optional;

/** How amounts of one currency and day come to another currency. */
public sealed interface Conversion {

  /** Nobody has said to which currency. */
  record Unasked() implements Conversion {}

  /** It is the same currency. */
  record Same() implements Conversion {}

  record ByRate(AppliedRate rate, Currency to) implements Conversion {

    public ByRate {
      requireNonNull(rate, "rate");
      requireNonNull(to, "to");
    }
  }

  /** No rate is known; it is never taken as 1:1. */
  record Missing(Currency to) implements Conversion {

    public Missing {
      requireNonNull(to, "to");
    }
  }

  default Converted of(Money amount) {
    return switch (this) {
      case Unasked unasked -> new Converted.Unasked();
      case Same same -> new Converted.Amount(amount);
      case ByRate by -> new Converted.Amount(by.rate().convert(amount, by.to()));
      case Missing missing -> new Converted.Missing();
    };
  }

  default boolean isMissing() {
    return this instanceof Missing;
  }

  /** Empty where none was needed, or none is known. */
  default Optional<AppliedRate> applied() {
    return this instanceof ByRate by ? Optional.of(by.rate()) : Optional.empty();
  }
}
