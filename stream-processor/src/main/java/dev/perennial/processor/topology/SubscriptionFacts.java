package dev.perennial.processor.topology;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.fold.Floor;
import dev.perennial.domain.total.Additions;
import dev.perennial.processor.state.StoredFacts;
import dev.perennial.processor.state.SubscriberMemory;
import dev.perennial.processor.state.SubscriptionMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of each subscription, and its derivation. */
final class SubscriptionFacts {

  private static final Duration SECOND_TRY = Duration.ofHours(1);
  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionFacts.class);

  private final FoldStores stores;
  private final Erasures erasures;
  private final Folds folds;
  private final Watch watch;
  private final Intake intake;
  private final Limits limits;
  private final PipelineMetrics metrics;

  SubscriptionFacts(
      FoldStores stores,
      Erasures erasures,
      Folds folds,
      Watch watch,
      Intake intake,
      Limits limits,
      PipelineMetrics metrics) {
    this.stores = stores;
    this.erasures = erasures;
    this.folds = folds;
    this.watch = watch;
    this.intake = intake;
    this.limits = limits;
    this.metrics = metrics;
  }

  void arrived(Work.FactArrived arrived) {
    Event event = arrived.event();
    SubscriptionKey key = event.subscriber().subscription(event.subject());
    Floor floor = erasures.floorOf(key);
    if (floor.covers(event.fact().time())) {
      intake.forgotten(arrived);
      return;
    }
    SubscriberMemory subscriber = stores.subscriber(event.subscriber());
    Optional<SubscriptionMemory> known = stores.subscription(CompositeKey.of(key));
    boolean isNew = known.filter(SubscriptionMemory::hasFacts).isEmpty();
    if (isNew && subscriber.subscriptions() >= limits.subscriptions()) {
      intake.refuse(
          arrived,
          "too-many-subscriptions",
          "The subscriber has as many subscriptions as one may have.");
      return;
    }
    SubscriptionMemory before = known.orElse(SubscriptionMemory.empty());
    // Counted without what its subscriber's erasure has yet to take away, and folded with it.
    intake
        .added(arrived, before.facts().after(floor))
        .map(kept -> StoredFacts.of(before.facts().upTo(floor), kept))
        .flatMap(
            facts ->
                intake.tried(
                    arrived,
                    () ->
                        folds
                            .of(key, before.withFacts(facts), floor, subscriber)
                            .between(arrived.now())))
        .ifPresent(
            folded -> {
              if (isNew) {
                stores.put(event.subscriber(), subscriber.withAnotherSubscription());
              }
              write(folded, arrived.now());
            });
  }

  /**
   * @param subscription composite key of one that is known
   */
  void derive(String subscription, Function<SubscriptionFold, Folded> how, @Nullable Instant now) {
    SubscriptionMemory before = stores.subscription(subscription).orElseThrow();
    if (!before.hasFacts()) {
      return;
    }
    SubscriptionKey key = Folds.keyOf(subscription);
    Folded folded;
    try {
      folded = how.apply(folds.of(key, before, erasures.floorOf(key)));
    } catch (KafkaException ofTheStore) {
      throw ofTheStore;
    } catch (RuntimeException failure) {
      metrics.derivationFailed();
      LOG.error("Subscription {} could not be derived; it is tried again", subscription, failure);
      folded = Folded.postponed(key, before, nextTry(before, now));
    }
    write(folded, now);
  }

  /** Not sooner than in an hour by the business clock: a defect must not fill every pass. */
  private static Instant nextTry(SubscriptionMemory before, @Nullable Instant now) {
    Instant base = now != null ? now : before.facts().log().facts().getLast().time();
    return base.plus(SECOND_TRY);
  }

  SubscriptionFold fold(SubscriptionKey key, SubscriptionMemory memory, Floor floor) {
    return folds.of(key, memory, floor);
  }

  /**
   * @param now the business clock; null before the first tick
   */
  void write(Folded folded, @Nullable Instant now) {
    Change.Derived change = folded.change();
    SubscriptionMemory memory = folded.memory();
    if (memory == null) {
      stores.remove(change.subscription());
      stores.put(
          change.subscriber(), stores.subscriber(change.subscriber()).withoutASubscription());
    } else {
      stores.put(change.subscription(), memory);
    }
    Additions after = memory == null ? Additions.none() : memory.additions();
    stores.move(change.subscription(), change.difference(), after);
    intake.forward(change);
    if (folded.heeded()) {
      watch.note(change.subscriber(), now);
    }
  }
}
