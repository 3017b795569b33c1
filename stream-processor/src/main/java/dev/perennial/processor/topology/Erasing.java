package dev.perennial.processor.topology;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.projection.ReceiptDocument;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.fold.Floor;
import dev.perennial.processor.state.Erasure;
import dev.perennial.processor.state.SubscriberMemory;
import dev.perennial.processor.state.SubscriptionMemory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Deletions raise floors. They are no facts among facts: what they are about goes, they stay, and
 * whatever order all of them come in, the facts behind the highest floor are left.
 */
final class Erasing {

  private final FoldStores stores;
  private final Erasures erasures;
  private final Intake intake;
  private final SubscriptionFacts subscriptions;
  private final Jobs jobs;
  private final Watch watch;
  private final int partition;

  Erasing(
      FoldStores stores,
      Erasures erasures,
      Intake intake,
      SubscriptionFacts subscriptions,
      Jobs jobs,
      Watch watch,
      int partition) {
    this.stores = stores;
    this.erasures = erasures;
    this.intake = intake;
    this.subscriptions = subscriptions;
    this.jobs = jobs;
    this.watch = watch;
    this.partition = partition;
  }

  void subscription(Work.FactArrived arrived) {
    Event event = arrived.event();
    SubscriptionKey key = event.subscriber().subscription(event.subject());
    Erasure before = erasures.of(key);
    String deletion = erasures.identity(CompositeKey.of(key), event.fact());
    if (before.knows(deletion)) {
      intake.known();
      return;
    }
    Optional<SubscriptionMemory> memory = stores.subscription(CompositeKey.of(key));
    Erasure after = before.with(deletion, event.fact().time());
    Floor floor = erasures.floorOf(key, after);
    intake
        .tried(arrived, () -> memory.flatMap(each -> erased(key, each, floor, arrived.now())))
        .ifPresent(
            folded -> {
              erasures.put(key, after);
              told(arrived, List.of());
              folded.ifPresent(each -> subscriptions.write(each, arrived.now()));
            });
  }

  /** Empty where the floor takes nothing away. */
  private Optional<Folded> erased(
      SubscriptionKey key, SubscriptionMemory memory, Floor floor, @Nullable Instant now) {
    return memory.facts().upTo(floor).isEmpty()
        ? Optional.empty()
        : Optional.of(subscriptions.fold(key, memory, floor).between(now));
  }

  void subscriber(Work.FactArrived arrived) {
    Event event = arrived.event();
    SubscriberKey key = event.subscriber();
    Erasure before = erasures.of(key);
    String deletion = erasures.identity(CompositeKey.of(key), event.fact());
    if (before.knows(deletion)) {
      intake.known();
      return;
    }
    Erasure after = before.with(deletion, event.fact().time());
    SubscriberMemory memory = stores.subscriber(key);
    intake
        .tried(arrived, () -> SubscriberFold.of(key, memory.facts(), after.floor(), partition))
        .ifPresent(
            folded -> {
              erasures.put(key, after);
              stores.put(key, memory.withFacts(folded.facts()));
              told(arrived, folded.receipts());
              if (after.floor().compareTo(before.floor()) > 0) {
                erase(key, after.floor(), arrived.now());
              }
            });
  }

  /**
   * The notifier is told first: from this record on nothing is raised of what is to be forgotten,
   * since every derivation heeds the floor, and what a new life raises while the job is under way
   * stays. What the job withdraws afterwards the notifier does not know any more.
   */
  private void erase(SubscriberKey key, Floor floor, @Nullable Instant now) {
    intake.forward(new Change.Erased(key, floor.at()));
    watch.forget(key, now);
    jobs.start(new Job.OfSubscriber(key), now);
  }

  private void told(Work.FactArrived arrived, List<ReceiptDocument> others) {
    List<ReceiptDocument> receipts = new ArrayList<>();
    receipts.add(Receipts.ofDeletion(arrived.event(), arrived.origin()));
    receipts.addAll(others);
    intake.forward(new Change.Told(receipts));
  }
}
