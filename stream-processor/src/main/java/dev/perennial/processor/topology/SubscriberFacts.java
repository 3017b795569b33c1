package dev.perennial.processor.topology;

import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.fold.Floor;
import dev.perennial.processor.state.SubscriberMemory;

/** What is known of each subscriber itself: a new fact derives all its subscriptions anew. */
final class SubscriberFacts {

  private final FoldStores stores;
  private final Erasures erasures;
  private final Intake intake;
  private final Jobs jobs;
  private final Watch watch;
  private final int partition;

  SubscriberFacts(
      FoldStores stores, Erasures erasures, Intake intake, Jobs jobs, Watch watch, int partition) {
    this.stores = stores;
    this.erasures = erasures;
    this.intake = intake;
    this.jobs = jobs;
    this.watch = watch;
    this.partition = partition;
  }

  void arrived(Work.FactArrived arrived) {
    SubscriberKey key = arrived.event().subscriber();
    Floor floor = erasures.of(key).floor();
    if (floor.covers(arrived.event().fact().time())) {
      intake.forgotten(arrived);
      return;
    }
    SubscriberMemory before = stores.subscriber(key);
    intake
        .added(arrived, before.facts())
        .flatMap(
            facts -> intake.tried(arrived, () -> SubscriberFold.of(key, facts, floor, partition)))
        .ifPresent(
            folded -> {
              stores.put(key, before.withFacts(folded.facts()));
              intake.forward(new Change.Told(folded.receipts()));
              jobs.start(new Job.OfSubscriber(key), arrived.now());
              watch.noteIfConcerned(key, arrived.now());
            });
  }
}
