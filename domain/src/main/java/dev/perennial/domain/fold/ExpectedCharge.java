package dev.perennial.domain.fold;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.charge.Charge;

/** The charge that is expected next, and what is to be thought of it. */
public record ExpectedCharge(Charge charge, State state) {

  /** How it stands on one day. */
  public enum State {
    /** Its day is not over. */
    UPCOMING,
    /** Its day is over. */
    OUTSTANDING,
    /** It is collected of itself, and the grace is over, too. */
    MISSING
  }

  public ExpectedCharge {
    requireNonNull(charge, "charge");
    requireNonNull(state, "state");
  }
}
