package dev.perennial.domain.charge;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import java.time.LocalDate;

/** A due date and what is due. */
public record Charge(LocalDate dueOn, Money amount) {

  public Charge {
    requireNonNull(dueOn, "dueOn");
    requireNonNull(amount, "amount");
  }
}
