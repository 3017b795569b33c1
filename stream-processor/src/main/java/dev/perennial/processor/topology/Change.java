package dev.perennial.processor.topology;

import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.contracts.projection.ProjectionDocument;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.total.Additions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the fold found. */
sealed interface Change permits Change.Told, Change.Erased, Change.Derived, PassEnded, Rejection {

  /** Documents with nothing behind them but themselves. */
  record Told(List<? extends ProjectionDocument> documents) implements Change {}

  /**
   * A subscriber's floor has risen.
   *
   * @param floor facts up to it are forgotten
   */
  record Erased(SubscriberKey subscriber, Instant floor) implements Change {}

  /**
   * A subscription was derived anew, or erased.
   *
   * @param subscription its composite key
   * @param documents those whose content differs from what was last emitted
   * @param before what it added to totals until now
   * @param after what it adds from now on
   * @param oldMoment where it stood in the schedule; null for nowhere
   * @param newMoment where it stands from now on; null for nowhere
   */
  record Derived(
      SubscriberKey subscriber,
      String subscription,
      List<ProjectionDocument> documents,
      List<AlertMessage> alerts,
      Additions before,
      Additions after,
      @Nullable Instant oldMoment,
      @Nullable Instant newMoment)
      implements Change {

    /** What it adds no more. */
    Additions gone() {
      return before.apartFrom(after);
    }

    /** What it adds beside what it did. */
    Additions come() {
      return after.apartFrom(before);
    }
  }
}
