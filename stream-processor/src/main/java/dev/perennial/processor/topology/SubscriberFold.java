package dev.perennial.processor.topology;

import dev.perennial.contracts.projection.ReceiptDocument;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.fold.Floor;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.processor.state.StoredFacts;
import java.util.ArrayList;
import java.util.List;

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
    CountedFacts counted = CountedFacts.of(facts);
    List<ReceiptDocument> receipts =
        new ArrayList<>(Receipts.ofForgotten(key, all.upTo(floor), partition));
    counted.changed().forEach(stored -> receipts.add(Receipts.of(key, stored, partition)));
    return new SubscriberFold(counted.all(), receipts);
  }
}
