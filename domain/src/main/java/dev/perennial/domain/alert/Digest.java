package dev.perennial.domain.alert;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import dev.perennial.domain.period.Period;
import java.time.LocalDate;
import java.util.List;

/**
 * What lies ahead of a subscriber in a week or a period, and what it spent in the one before.
 *
 * @param charges the first {@value #MOST_CHARGES} that fall due, by due date, then by subscription
 * @param chargesInAll how many there are, those that are not listed included
 * @param due what all of them come to, an amount a currency, by currency code
 * @param spent what was spent in the week or period before, an amount a currency, by currency code;
 *     none is zero
 */
public record Digest(
    Period period, List<Charge> charges, int chargesInAll, List<Money> due, List<Money> spent) {

  public static final int MOST_CHARGES = 10;

  /**
   * @param name the subscription's
   * @param amount the whole of it
   * @param estimated the price varies, and nobody has announced the amount
   */
  public record Charge(
      String subscriptionId, String name, LocalDate dueOn, Money amount, boolean estimated) {

    public Charge {
      requireNonNull(subscriptionId, "subscriptionId");
      requireNonNull(name, "name");
      requireNonNull(dueOn, "dueOn");
      requireNonNull(amount, "amount");
    }
  }

  public Digest {
    requireNonNull(period, "period");
    charges = List.copyOf(charges);
    due = List.copyOf(due);
    spent = List.copyOf(spent);
    if (charges.size() > chargesInAll) {
      throw new IllegalArgumentException("A digest lists no more charges than there are");
    }
  }

  /** Whether there is nothing to tell. */
  public boolean isEmpty() {
    return chargesInAll == 0 && spent.isEmpty();
  }
}
