package dev.perennial.processor.state;

import dev.perennial.domain.alert.RaisedAlerts;
import dev.perennial.domain.total.Contribution;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one subscription: its facts, from which everything else follows, and what was
 * last said, so that only what differs is said again.
 *
 * @param told digests of the documents last emitted: under "" the subscription's, else by payment
 *     id
 * @param contributions what the subscription's payments last added to spend
 * @param raised the alerts of due dates that have not passed
 * @param moment when the subscription is looked at again without a new fact; null for never
 */
public record SubscriptionMemory(
    StoredFacts facts,
    Map<String, String> told,
    List<Contribution> contributions,
    RaisedAlerts raised,
    @Nullable Instant moment) {

  private static final SubscriptionMemory EMPTY =
      new SubscriptionMemory(StoredFacts.empty(), Map.of(), List.of(), RaisedAlerts.none(), null);

  public SubscriptionMemory {
    told = Map.copyOf(told);
    contributions = List.copyOf(contributions);
  }

  public static SubscriptionMemory empty() {
    return EMPTY;
  }

  public SubscriptionMemory withFacts(StoredFacts newFacts) {
    return new SubscriptionMemory(newFacts, told, contributions, raised, moment);
  }

  public SubscriptionMemory withRaised(RaisedAlerts newRaised) {
    return new SubscriptionMemory(facts, told, contributions, newRaised, moment);
  }

  /** False where a replay has read of its alerts before it has read of the subscription. */
  public boolean hasFacts() {
    return facts.size() > 0;
  }

  public SubscriptionMemory withMoment(Instant newMoment) {
    return new SubscriptionMemory(facts, told, contributions, raised, newMoment);
  }
}
