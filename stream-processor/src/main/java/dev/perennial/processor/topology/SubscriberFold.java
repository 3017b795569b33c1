package dev.perennial.processor.topology;

import dev.perennial.contracts.projection.ReceiptDocument;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.fold.FactStatus;
import dev.perennial.domain.fold.Floor;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.processor.state.StoredFact;
import dev.perennial.processor.state.StoredFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The facts about a subscriber itself, and the receipts that are new.
 *
 * @param facts with what their receipts say
 */
record SubscriberFold(StoredFacts facts, List<ReceiptDocument> receipts) {

  /**
   * @param floor facts up to it are forgotten
   */
  static SubscriberFold of(SubscriberKey key, StoredFacts all, Floor floor, int partition) {
    StoredFacts facts = all.after(floor);
    // Read now, so that a fact no subscriber can be made of is refused and not kept.
    Subscriber.of(facts.log().facts());
    Set<Fact> counted = new HashSet<>(facts.log().counted());
    List<StoredFact> told = new ArrayList<>();
    List<ReceiptDocument> receipts =
        new ArrayList<>(Receipts.ofForgotten(key, all.upTo(floor), partition));
    for (StoredFact stored : facts.entries()) {
      FactStatus.Outcome outcome =
          counted.contains(stored.fact())
              ? FactStatus.Outcome.APPLIED
              : FactStatus.Outcome.SUPERSEDED;
      if (stored.outcome() != outcome) {
        receipts.add(Receipts.of(key, stored, outcome, partition));
      }
      told.add(stored.told(outcome));
    }
    return new SubscriberFold(new StoredFacts(told), receipts);
  }
}
