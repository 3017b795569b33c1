package dev.perennial.notifier.channel;

import dev.perennial.notifier.ledger.Claim;

/** A way to tell a subscriber. */
public interface Channel {

  /** Sends one claimed row once, never retries, and throws nothing that is about the message. */
  Outcome send(Claim claim, String address);
}
