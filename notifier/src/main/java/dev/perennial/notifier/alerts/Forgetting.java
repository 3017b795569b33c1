package dev.perennial.notifier.alerts;

import dev.perennial.domain.SubscriberKey;
import dev.perennial.notifier.destinations.Destinations;
import dev.perennial.notifier.dispatch.CrashPoints;
import dev.perennial.notifier.dispatch.CrashPoints.Point;
import dev.perennial.notifier.erasure.Erasures;
import dev.perennial.notifier.ledger.ForgottenRows;
import dev.perennial.notifier.ledger.Place;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets a subscriber: first its destinations, so that nothing more is sent, then what it was told
 * or was to be told. It is one step: where it breaks off, the record is read again and the step is
 * done anew, and once it is done, reading the record again changes nothing.
 */
final class Forgetting {

  private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

  private final Erasures erasures;
  private final Destinations destinations;
  private final ForgottenRows rows;
  private final CrashPoints crashPoints;

  Forgetting(
      Erasures erasures, Destinations destinations, ForgottenRows rows, CrashPoints crashPoints) {
    this.erasures = erasures;
    this.destinations = destinations;
    this.rows = rows;
    this.crashPoints = crashPoints;
  }

  /**
   * Returns when a majority has journaled that nothing is left.
   *
   * @throws com.mongodb.MongoException if something may be left; forgetting again is safe
   */
  void forget(SubscriberKey subscriber, Place place) {
    erasures
        .begin(subscriber, place)
        .ifPresent(
            begunAt -> {
              forget(subscriber, place, begunAt);
              erasures.end(subscriber, place);
            });
    crashPoints.reached(Point.AFTER_ERASURE);
  }

  private void forget(SubscriberKey subscriber, Place place, Instant begunAt) {
    var addresses = destinations.forget(subscriber, begunAt);
    crashPoints.reached(Point.WITHIN_ERASURE);
    var deliveries = rows.forget(subscriber, place);
    // Without the subscriber's id: a log is kept, too.
    LOG.atInfo()
        .addKeyValue("tenant", subscriber.tenantId())
        .addKeyValue("offset", place.offset())
        .addKeyValue("destinations", addresses)
        .addKeyValue("deliveries", deliveries)
        .log("A subscriber was forgotten");
  }
}
