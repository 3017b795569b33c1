package dev.perennial.domain.rate;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * How a subscription's run rate moved on one day.
 *
 * @param day the subscriber's local day
 * @param amount above zero, whether it is more or less by it
 */
public record Movement(LocalDate day, Kind kind, String category, Money amount) {

  /** Why a run rate moves. */
  public enum Kind {
    /** From nothing, for the first time. */
    NEW,
    EXPANSION,
    /** From nothing, again. */
    REACTIVATION,
    CONTRACTION,
    /** To nothing. */
    CHURN;

    public boolean isGrowth() {
      return switch (this) {
        case NEW, EXPANSION, REACTIVATION -> true;
        case CONTRACTION, CHURN -> false;
      };
    }
  }

  public Movement {
    requireNonNull(day, "day");
    requireNonNull(kind, "kind");
    requireNonNull(category, "category");
    if (amount.value().signum() <= 0) {
      throw new IllegalArgumentException("A movement is by more than nothing");
    }
  }

  public YearMonth month() {
    return YearMonth.from(day);
  }

  /** Less than zero where the run rate shrank. */
  public Money signed() {
    return kind.isGrowth() ? amount : amount.negated();
  }
}
