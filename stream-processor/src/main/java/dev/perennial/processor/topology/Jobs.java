package dev.perennial.processor.topology;

import dev.perennial.domain.SubscriberKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Derives all subscriptions of a subscriber anew, a few at once. The cursor is in the store and
 * moves with what was derived, so a job goes on where it was, whatever is killed.
 */
final class Jobs {

  private final FoldStores stores;
  private final SubscriptionFacts subscriptions;
  private final Intake intake;
  private final Limits limits;

  Jobs(FoldStores stores, SubscriptionFacts subscriptions, Intake intake, Limits limits) {
    this.stores = stores;
    this.subscriptions = subscriptions;
    this.intake = intake;
    this.limits = limits;
  }

  void start(SubscriberKey subscriber, @Nullable Instant now) {
    stores.startJob(subscriber);
    if (!goOn(now)) {
      intake.forward(new PassEnded(null, false));
    }
  }

  /**
   * Derives the next subscriptions of a job, if there is one.
   *
   * @return whether no job is left
   */
  boolean goOn(@Nullable Instant now) {
    Optional<FoldStores.Job> next = stores.nextJob();
    if (next.isEmpty()) {
      return true;
    }
    List<String> chunk = stores.subscriptionsOf(next.get(), limits.chunk());
    chunk.forEach(
        subscription -> subscriptions.derive(subscription, fold -> fold.between(now), now));
    if (chunk.size() == limits.chunk()) {
      stores.advance(next.get(), chunk.getLast());
    } else {
      stores.finish(next.get());
    }
    return stores.nextJob().isEmpty();
  }
}
