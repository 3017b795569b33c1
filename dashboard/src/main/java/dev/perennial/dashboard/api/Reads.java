package dev.perennial.dashboard.api;

import dev.perennial.dashboard.after.After;
import dev.perennial.dashboard.after.CatchUp;
import dev.perennial.dashboard.projection.Watermarks;
import dev.perennial.dashboard.subscriber.Subscriber;
import dev.perennial.dashboard.subscriber.Subscribers;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.problem.ProblemException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Begins a read: waits for what it is to come after, then finds the subscriber, then asks how fresh
 * its documents are. In this order, since each step vouches only for what is read behind it.
 */
@Component
class Reads {

  private final Subscribers subscribers;
  private final Watermarks watermarks;
  private final CatchUp catchUp;

  Reads(Subscribers subscribers, Watermarks watermarks, CatchUp catchUp) {
    this.subscribers = subscribers;
    this.watermarks = watermarks;
    this.catchUp = catchUp;
  }

  /** A read of one subscriber, whose documents may now be read. */
  record Read(Subscriber subscriber, Freshness freshness) {}

  /**
   * @param collections those that the answer is made of; without any nobody knows how fresh it is,
   *     nor can it be waited for
   */
  Read begin(Caller caller, String subscriberId, After after, String... collections) {
    Boolean caughtUp = caughtUp(caller.tenantId(), subscriberId, after, List.of(collections));
    Subscriber subscriber = subscribers.require(caller.tenantId(), subscriberId);
    requireItsOwn(after, subscriber);
    return new Read(
        subscriber,
        new Freshness(watermarks.asOf(subscriber.partition(), collections).orElse(null), caughtUp));
  }

  /** A read across subscribers: the receipts may be of any. */
  Freshness beginOfAll(After after, String... collections) {
    Boolean caughtUp =
        after.isNothing() ? null : catchUp.await(after.offsets(), List.of(collections));
    return new Freshness(watermarks.asOfAll(collections).orElse(null), caughtUp);
  }

  private @Nullable Boolean caughtUp(
      String tenantId, String subscriberId, After after, List<String> collections) {
    if (after.isNothing()) {
      return null;
    }
    // Who has just begun to exist may not be found yet; then the receipts alone say where to wait.
    subscribers
        .find(tenantId, subscriberId)
        .ifPresentOrElse(
            subscriber -> requireItsOwn(after, subscriber), () -> requireOnePlace(after));
    return !collections.isEmpty() && catchUp.await(after.offsets(), collections);
  }

  /** Everything about a subscriber lies on one partition, so another's receipt would never come. */
  private static void requireItsOwn(After after, Subscriber subscriber) {
    if (!Set.of(subscriber.partition()).containsAll(after.offsets().keySet())) {
      throw anothers();
    }
  }

  private static void requireOnePlace(After after) {
    if (after.offsets().size() > 1) {
      throw anothers();
    }
  }

  private static ProblemException anothers() {
    return new ProblemException(
        400,
        "receipt-of-another-subscriber",
        "A receipt in Perennial-After is of an event of another subscriber.");
  }
}
