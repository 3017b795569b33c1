package dev.perennial.processor.topology;

import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.contracts.projection.ProjectionDocument;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.total.Difference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the fold found. */
sealed interface Change permits Change.Told, Change.Erased, Change.Moment, PassEnded, Rejection {

  /** Documents with nothing behind them but themselves. */
  record Told(List<? extends ProjectionDocument> documents) implements Change {}

  /**
   * A subscriber's floor has risen.
   *
   * @param floor facts up to it are forgotten
   */
  record Erased(SubscriberKey subscriber, Instant floor) implements Change {}

  /** Something has another moment at which it is looked at, and maybe alerts. */
  sealed interface Moment extends Change {

    /** The composite key of what is looked at. */
    String key();

    List<AlertMessage> alerts();

    /** Where it stood in the schedule; null for nowhere. */
    @Nullable Instant oldMoment();

    /** Where it stands from now on; null for nowhere. */
    @Nullable Instant newMoment();
  }

  /**
   * A subscriber itself was looked at, or is to be.
   *
   * @param key its composite key
   */
  record Looked(
      String key,
      List<AlertMessage> alerts,
      @Nullable Instant oldMoment,
      @Nullable Instant newMoment)
      implements Moment {}

  /**
   * A subscription was derived anew, or erased.
   *
   * @param subscription its composite key
   * @param documents those whose content differs from what was last emitted
   * @param difference how what it adds to totals has changed
   */
  record Derived(
      SubscriberKey subscriber,
      String subscription,
      List<ProjectionDocument> documents,
      List<AlertMessage> alerts,
      Difference difference,
      @Nullable Instant oldMoment,
      @Nullable Instant newMoment)
      implements Moment {

    @Override
    public String key() {
      return subscription;
    }
  }
}
