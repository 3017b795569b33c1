package dev.perennial.notifier.ledger;

import java.util.Set;

/**
 * Where a delivery stands. The order claim, send, record is what keeps a mail from being knowingly
 * sent twice: only a PENDING row can be claimed, and nothing leads back to PENDING but the certain
 * knowledge that nothing was sent.
 */
public enum DeliveryState {
  /** The alert has nowhere to go; kept so that it is not lost in silence. Final. */
  NO_DESTINATION,
  /** Waits for its turn, or for its next attempt. */
  PENDING,
  /** A dispatcher may be sending it right now. */
  CLAIMED,
  /** The channel's server took it. Final. */
  SENT,
  /** It will not be sent: refused for good, or out of attempts. Final. */
  FAILED,
  /**
   * Claimed by one that never reported: sent or not, nobody knows, so it is never claimed again.
   */
  UNKNOWN,
  /** The alert was withdrawn before anybody claimed it. Final. */
  VOIDED;

  /** The states that may follow this one. */
  public Set<DeliveryState> successors() {
    return switch (this) {
      case PENDING -> Set.of(CLAIMED, VOIDED);
      case CLAIMED -> Set.of(SENT, FAILED, PENDING, UNKNOWN);
      // Its claimant may still come back late with what it knows; nobody else may touch the row.
      case UNKNOWN -> Set.of(SENT, FAILED);
      case NO_DESTINATION, SENT, FAILED, VOIDED -> Set.of();
    };
  }

  public boolean canBecome(DeliveryState next) {
    return successors().contains(next);
  }
}
