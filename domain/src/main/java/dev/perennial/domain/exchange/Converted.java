package dev.perennial.domain.exchange;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import java.util.Optional;

/** What an amount comes to in another currency. */
public sealed interface Converted {

  /** Nobody has said which currency. */
  record Unasked() implements Converted {}

  record Amount(Money amount) implements Converted {

    public Amount {
      requireNonNull(amount, "amount");
    }
  }

  /** The currency is known, and no rate. */
  record Missing() implements Converted {}

  default Optional<Money> known() {
    return switch (this) {
      case Amount converted -> Optional.of(converted.amount());
      case Unasked unasked -> Optional.empty();
      case Missing missing -> Optional.empty();
    };
  }

  /** The same with the other sign. */
  default Converted negated() {
    return switch (this) {
      case Amount converted -> new Amount(converted.amount().negated());
      case Unasked unasked -> this;
      case Missing missing -> this;
    };
  }
}
