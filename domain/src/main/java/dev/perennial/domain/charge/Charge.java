package dev.perennial.domain.charge;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import java.time.LocalDate;

/**
 * A due date and what is due.
 *
 * @param estimated the price varies, and nobody has announced the amount
 */
public record Charge(LocalDate dueOn, Money amount, boolean estimated) {

  public Charge {
    requireNonNull(dueOn, "dueOn");
    requireNonNull(amount, "amount");
  }
}
