package dev.perennial.processor.topology;

import dev.perennial.domain.SubscriberKey;
import dev.perennial.processor.topology.JobStore.UnderWay;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Derives many subscriptions anew, a few at once. The cursor is in the store and moves with what
 * was derived, so a job goes on where it was, whatever is killed.
 */
final class Jobs {

  private final JobStore store;
  private final FoldStores stores;
  private final SubscriptionFacts subscriptions;
  private final Watch watch;
  private final Intake intake;
  private final Limits limits;

  Jobs(
      JobStore store,
      FoldStores stores,
      SubscriptionFacts subscriptions,
      Watch watch,
      Intake intake,
      Limits limits) {
    this.store = store;
    this.stores = stores;
    this.subscriptions = subscriptions;
    this.watch = watch;
    this.intake = intake;
    this.limits = limits;
  }

  /** Nothing is kept of a job that has nothing to do, as most rates have not. */
  void start(Job job, @Nullable Instant now) {
    if (stores.steps(UnderWay.begun(job), 1).isEmpty()) {
      return;
    }
    store.start(job);
    if (!goOn(now)) {
      intake.forward(new PassEnded(null, false));
    }
  }

  /**
   * Derives the next subscriptions of the jobs that there are.
   *
   * @return whether no job is left
   */
  boolean goOn(@Nullable Instant now) {
    Optional<UnderWay> next = store.next();
    int left = limits.chunk();
    while (next.isPresent() && left > 0) {
      left -= Math.max(1, goOn(next.get(), left, now));
      next = store.next();
    }
    return next.isEmpty();
  }

  /**
   * @return how many steps it took
   */
  private int goOn(UnderWay next, int most, @Nullable Instant now) {
    List<FoldStores.Step> steps = stores.steps(next, most);
    // Once each: of several payments of a week each is a step.
    Set<String> found = new LinkedHashSet<>();
    steps.forEach(step -> found.add(step.subscription()));
    found.forEach(each -> subscriptions.derive(each, fold -> fold.between(now), now));
    if (next.job() instanceof Job.OfTenant) {
      subscribersOf(found).forEach(each -> watch.noteIfConcerned(each, now));
    }
    if (steps.size() == most) {
      store.advance(next.job(), steps.getLast().cursor());
    } else {
      store.finish(next.job());
    }
    return steps.size();
  }

  /** A tenant's word may be the subscriber's own wish. */
  private static Set<SubscriberKey> subscribersOf(Set<String> subscriptions) {
    Set<SubscriberKey> subscribers = new LinkedHashSet<>();
    subscriptions.forEach(each -> subscribers.add(Folds.keyOf(each).subscriber()));
    return subscribers;
  }
}
