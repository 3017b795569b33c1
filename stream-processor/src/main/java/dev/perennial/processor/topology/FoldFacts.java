package dev.perennial.processor.topology;

import static java.util.Objects.requireNonNull;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.SubscriberData;
import dev.perennial.domain.event.SubscriptionData;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.processor.state.StoredFacts;
import dev.perennial.processor.state.SubscriberMemory;
import dev.perennial.processor.state.SubscriptionMemory;
import dev.perennial.processor.topology.PipelineMetrics.EventOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds facts to what is known and derives what follows. The domain is asked first and its failures
 * are caught; stores are written and messages forwarded only with its answer in hand, and an
 * exception there ends the thread, so that the transaction is given up as a whole.
 */
final class FoldFacts extends Stage<Work, Change> {

  private static final String FAILED = "derivation-failed";

  private static final Duration SECOND_TRY = Duration.ofHours(1);
  private static final Logger LOG = LoggerFactory.getLogger(FoldFacts.class);

  private final PipelineMetrics metrics;
  private final Limits limits;
  private final Mode mode;
  private @Nullable FoldStores stores;

  FoldFacts(PipelineMetrics metrics, Limits limits, Mode mode) {
    this.metrics = metrics;
    this.limits = limits;
    this.mode = mode;
  }

  @Override
  void open(ProcessorContext<byte[], Change> context) {
    stores = new FoldStores(context);
  }

  @Override
  void handle(Work work) {
    switch (work) {
      case Work.FactArrived arrived -> arrived(arrived);
      case Work.MomentCame moment ->
          derive(moment.subscription(), fold -> fold.at(moment.tick(), mode), moment.tick());
      case Work.AlertTold told ->
          new LearnAlerts(stores()).learnt(told.message()).ifPresent(it -> learn(it, told.now()));
      case PassEnded pass -> forward(continueJob(pass.tick()) ? pass : pass.incomplete());
      case Rejection rejection -> forward(rejection);
    }
  }

  /** The next tick looks at it: what was raised may be what is not to be raised by our rules. */
  private void learn(LearnAlerts.Learnt learnt, @Nullable Instant now) {
    if (now == null || !learnt.memory().hasFacts()) {
      stores().put(learnt.subscription(), learnt.memory());
    } else {
      write(SubscriptionFold.postponed(keyOf(learnt.subscription()), learnt.memory(), now));
    }
  }

  private void arrived(Work.FactArrived arrived) {
    switch (arrived.event().fact().data()) {
      case SubscriptionData data -> subscriptionFact(arrived);
      case SubscriberData data -> subscriberFact(arrived);
    }
  }

  private void subscriptionFact(Work.FactArrived arrived) {
    Event event = arrived.event();
    SubscriptionKey key = event.subscriber().subscription(event.subject());
    SubscriberMemory subscriber = stores().subscriber(event.subscriber());
    Optional<SubscriptionMemory> known = stores().subscription(CompositeKey.of(key));
    boolean isNew = known.filter(SubscriptionMemory::hasFacts).isEmpty();
    if (isNew && subscriber.subscriptions() >= limits.subscriptions()) {
      refuse(
          arrived,
          "too-many-subscriptions",
          "The subscriber has as many subscriptions as one may have.");
      return;
    }
    SubscriptionMemory before = known.orElse(SubscriptionMemory.empty());
    folded(arrived, before.facts())
        .flatMap(
            facts ->
                tried(
                    arrived,
                    () -> fold(key, before.withFacts(facts), subscriber).between(arrived.now())))
        .ifPresent(
            folded -> {
              if (isNew) {
                stores().put(event.subscriber(), subscriber.withAnotherSubscription());
              }
              write(folded);
            });
  }

  private void subscriberFact(Work.FactArrived arrived) {
    SubscriberKey key = arrived.event().subscriber();
    SubscriberMemory before = stores().subscriber(key);
    folded(arrived, before.facts())
        .flatMap(facts -> tried(arrived, () -> SubscriberFold.of(key, facts, partition())))
        .ifPresent(
            folded -> {
              stores().put(key, before.withFacts(folded.facts()));
              forward(new Change.Told(folded.receipts()));
              stores().startJob(key);
              if (!continueJob(arrived.now())) {
                forward(new PassEnded(null, false));
              }
            });
  }

  /** The facts with the one that arrived; empty if it is known or one too many. */
  private Optional<StoredFacts> folded(Work.FactArrived arrived, StoredFacts before) {
    Optional<StoredFacts> after = before.with(arrived.event().fact(), arrived.origin().offset());
    if (after.isEmpty()) {
      metrics.event(EventOutcome.DUPLICATE);
      return after;
    }
    if (after.get().size() > limits.facts()) {
      refuse(
          arrived, "too-many-facts", "There are as many facts about this subject as there may be.");
      return Optional.empty();
    }
    return after;
  }

  private <T> Optional<T> tried(Work.FactArrived arrived, Supplier<T> business) {
    try {
      T answer = business.get();
      metrics.event(EventOutcome.FOLDED);
      return Optional.of(answer);
    } catch (RuntimeException failure) {
      refuse(arrived, FAILED, failure.toString());
      return Optional.empty();
    }
  }

  private void refuse(Work.FactArrived arrived, String reason, String error) {
    metrics.event(EventOutcome.DEAD_LETTERED);
    Origin origin = arrived.origin();
    forward(
        new Rejection(origin, reason, error, Receipts.ofRefused(arrived.event(), origin, reason)));
  }

  /**
   * Derives the next subscriptions of a job, if there is one.
   *
   * @return whether no job is left
   */
  private boolean continueJob(@Nullable Instant now) {
    Optional<FoldStores.Job> next = stores().nextJob();
    if (next.isEmpty()) {
      return true;
    }
    List<String> chunk = stores().subscriptionsOf(next.get(), limits.chunk());
    chunk.forEach(subscription -> derive(subscription, fold -> fold.between(now), now));
    if (chunk.size() == limits.chunk()) {
      stores().advance(next.get(), chunk.getLast());
    } else {
      stores().finish(next.get());
    }
    return stores().nextJob().isEmpty();
  }

  private void derive(
      String subscription,
      Function<SubscriptionFold, SubscriptionFold.Folded> how,
      @Nullable Instant now) {
    SubscriptionMemory before = stores().subscription(subscription).orElseThrow();
    if (!before.hasFacts()) {
      return;
    }
    SubscriptionKey key = keyOf(subscription);
    SubscriberMemory subscriber = stores().subscriber(key.subscriber());
    SubscriptionFold.Folded folded;
    try {
      folded = how.apply(fold(key, before, subscriber));
    } catch (RuntimeException failure) {
      metrics.derivationFailed();
      LOG.error("Subscription {} could not be derived; it is tried again", subscription, failure);
      folded = SubscriptionFold.postponed(key, before, nextTry(before, now));
    }
    write(folded);
  }

  private static SubscriptionKey keyOf(String subscription) {
    List<String> parts = CompositeKey.parts(subscription);
    return new SubscriberKey(parts.get(0), parts.get(1)).subscription(parts.get(2));
  }

  /** Not sooner than in an hour by the business clock: a defect must not fill every pass. */
  private static Instant nextTry(SubscriptionMemory before, @Nullable Instant now) {
    Instant base = now != null ? now : before.facts().log().facts().getLast().time();
    return base.plus(SECOND_TRY);
  }

  private SubscriptionFold fold(
      SubscriptionKey key, SubscriptionMemory memory, SubscriberMemory subscriber) {
    return new SubscriptionFold(
        key, memory, Subscriber.of(subscriber.facts().log().facts()), partition());
  }

  private void write(SubscriptionFold.Folded folded) {
    stores().put(folded.change().subscription(), folded.memory());
    forward(folded.change());
  }

  private FoldStores stores() {
    return requireNonNull(stores);
  }
}
