package dev.perennial.notifier.dispatch;

import com.mongodb.MongoException;
import dev.perennial.notifier.channel.Channel;
import dev.perennial.notifier.channel.Outcome;
import dev.perennial.notifier.destinations.Destinations;
import dev.perennial.notifier.destinations.UnreadableAddressException;
import dev.perennial.notifier.dispatch.CrashPoints.Point;
import dev.perennial.notifier.ledger.Claim;
import dev.perennial.notifier.ledger.Ledger;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One delivery at a time: claim, send, record, in this order. A crash before the claim leaves the
 * row PENDING; one after it leaves a claim that expires into UNKNOWN, so no row is sent twice.
 */
final class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  private final Ledger ledger;
  private final Destinations destinations;
  private final Channel email;
  private final DispatchProperties settings;
  private final CrashPoints crashPoints;
  private final DispatchMetrics metrics;
  private final Persistence recording;
  private final String owner;

  Dispatcher(
      Ledger ledger,
      Destinations destinations,
      Channel email,
      DispatchProperties settings,
      CrashPoints crashPoints,
      DispatchMetrics metrics,
      String owner) {
    this.ledger = ledger;
    this.destinations = destinations;
    this.email = email;
    this.settings = settings;
    this.crashPoints = crashPoints;
    this.metrics = metrics;
    this.recording = new Persistence(settings.lease(), settings.pollInterval());
    this.owner = owner;
  }

  /**
   * @return false if nothing was due, or another was quicker
   * @throws com.mongodb.MongoException if the ledger cannot be reached; what was claimed expires
   */
  boolean dispatchNext() {
    if (!ledger.anyDue()) {
      return false;
    }
    crashPoints.reached(Point.BEFORE_CLAIM);
    Optional<Claim> claim = ledger.claimNext(owner, settings.lease());
    claim.ifPresent(this::deliver);
    return claim.isPresent();
  }

  private void deliver(Claim claim) {
    crashPoints.reached(Point.AFTER_CLAIM);
    metrics.claimed(claim);
    var outcome = send(claim);
    crashPoints.reached(Point.AFTER_SEND);
    var recorded = recording.persist(() -> record(claim, outcome));
    metrics.concluded(outcome);
    LOG.atLevel(levelOf(outcome))
        .addKeyValue("row", claim.rowId())
        .addKeyValue("tenant", claim.notice().subscriber().tenantId())
        .addKeyValue("attempt", claim.attempt())
        .addKeyValue("outcome", outcome)
        .addKeyValue("recorded", recorded)
        .log("Delivery attempted");
  }

  /** A day's story is what went wrong, not each mail. */
  private static Level levelOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Sent sent -> Level.DEBUG;
      case Outcome.NotSent notSent -> Level.INFO;
      case Outcome.Refused refused -> Level.WARN;
      case Outcome.Unclear unclear -> Level.WARN;
    };
  }

  private Outcome send(Claim claim) {
    var subscriber = claim.notice().subscriber();
    try {
      return destinations
          .address(subscriber, claim.destinationId())
          .map(address -> email.send(claim, address))
          .orElseGet(() -> new Outcome.Refused("destination-removed"));
    } catch (MongoException away) {
      return new Outcome.NotSent("address-unavailable");
    } catch (UnreadableAddressException lost) {
      return new Outcome.Refused("address-unreadable");
    }
  }

  private boolean record(Claim claim, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Sent sent -> ledger.sent(claim);
      case Outcome.Refused refused -> ledger.failed(claim, refused.reason());
      case Outcome.Unclear unclear -> ledger.unknown(claim, unclear.reason());
      case Outcome.NotSent notSent -> tryAgain(claim, notSent.reason());
    };
  }

  private boolean tryAgain(Claim claim, String reason) {
    return claim.attempt() >= settings.maxAttempts()
        ? ledger.failed(claim, "attempts-exhausted:" + reason)
        : ledger.retry(claim, reason, settings.pauseAfter(claim.attempt()));
  }
}
