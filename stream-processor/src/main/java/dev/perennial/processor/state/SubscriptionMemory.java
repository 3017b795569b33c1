package dev.perennial.processor.state;

import dev.perennial.domain.alert.RaisedAlerts;
import dev.perennial.domain.total.Additions;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one subscription: its facts, from which everything else follows, and what was
 * last said, so that only what differs is said again.
 *
 * @param told digests of the documents last emitted: under "" the subscription's, else by payment
 *     id; the first {@value #DIGEST_CHARACTERS} hex characters of SHA-256. A collision would leave
 *     one changed document untold until its next change; a digest is only ever compared with the
 *     one before it, so each change meets one with a chance of 1 in 2^64
 * @param additions what the subscription last added to totals
 * @param raised the alerts of due dates that have not passed
 * @param moment when the subscription is looked at again without a new fact; null for never
 */
public record SubscriptionMemory(
    StoredFacts facts,
    Map<String, String> told,
    Additions additions,
    RaisedAlerts raised,
    @Nullable Instant moment) {

  /** Of a told document's digest. */
  private static final int DIGEST_CHARACTERS = 16;

  private static final SubscriptionMemory EMPTY =
      new SubscriptionMemory(
          StoredFacts.empty(), Map.of(), Additions.none(), RaisedAlerts.none(), null);

  public SubscriptionMemory {
    told = Map.copyOf(told);
  }

  /** As much of a document's digest as is kept. */
  public static String shortened(String digest) {
    return digest.substring(0, Math.min(digest.length(), DIGEST_CHARACTERS));
  }

  public static SubscriptionMemory empty() {
    return EMPTY;
  }

  public SubscriptionMemory withFacts(StoredFacts newFacts) {
    return new SubscriptionMemory(newFacts, told, additions, raised, moment);
  }

  public SubscriptionMemory withRaised(RaisedAlerts newRaised) {
    return new SubscriptionMemory(facts, told, additions, newRaised, moment);
  }

  /** False where a replay has read of its alerts before it has read of the subscription. */
  public boolean hasFacts() {
    return facts.size() > 0;
  }

  public SubscriptionMemory withMoment(Instant newMoment) {
    return new SubscriptionMemory(facts, told, additions, raised, newMoment);
  }
}
