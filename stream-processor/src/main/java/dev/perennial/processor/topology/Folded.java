package dev.perennial.processor.topology;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.total.Difference;
import dev.perennial.processor.state.SubscriptionMemory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the derivation of a subscription found.
 *
 * @param memory to keep from now on; null for none
 * @param heeded the subscriber itself is to be looked at, too
 */
record Folded(@Nullable SubscriptionMemory memory, Change.Derived change, boolean heeded) {

  /** Nothing changes but the moment of the next try. */
  static Folded postponed(SubscriptionKey key, SubscriptionMemory before, Instant moment) {
    return new Folded(
        before.withMoment(moment),
        new Change.Derived(
            key.subscriber(),
            CompositeKey.of(key),
            List.of(),
            List.of(),
            Difference.none(),
            before.moment(),
            moment),
        false);
  }
}
