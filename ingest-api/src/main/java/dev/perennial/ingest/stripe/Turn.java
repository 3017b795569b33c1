package dev.perennial.ingest.stripe;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a subscription is cancelled, paused or over, as a snapshot says it; two of them are
 * compared to know what an update did.
 *
 * @param endsAtPeriodEnd cancelled, to the end of the period that runs
 * @param endsOn cancelled, to a day that was chosen
 * @param pause Stripe's {@code pause_collection}, as it is; empty where nothing is paused
 * @param stopped paused because a trial ended without a way to pay
 * @param expired over before it began: the first payment never came
 */
record Turn(
    boolean endsAtPeriodEnd,
    Optional<LocalDate> endsOn,
    Optional<StripeObject> pause,
    boolean stopped,
    boolean expired) {

  static Turn of(StripeObject subscription) {
    boolean atPeriodEnd = subscription.isTrue("cancel_at_period_end");
    String status = subscription.text("status").orElse("");
    return new Turn(
        atPeriodEnd,
        // Newer versions give the period's end as a date, too; it would move with the period.
        atPeriodEnd ? Optional.empty() : subscription.day("cancel_at"),
        Optional.of(subscription.at("pause_collection")).filter(StripeObject::isPresent),
        status.equals("paused"),
        status.equals("incomplete_expired"));
  }

  /** As it was before the fields changed that an update names. */
  static Turn before(StripeObject subscription, StripeObject previous) {
    return of(
        new StripeObject(Overlay.of(subscription.json(), previous.json()), subscription.place()));
  }

  boolean isCancelled() {
    return endsAtPeriodEnd || endsOn.isPresent();
  }

  boolean isPaused() {
    return pause.isPresent() || stopped;
  }

  boolean endsLike(Turn other) {
    return endsAtPeriodEnd == other.endsAtPeriodEnd && endsOn.equals(other.endsOn);
  }

  boolean isPausedLike(Turn other) {
    return stopped == other.stopped
        && pause.map(StripeObject::json).equals(other.pause.map(StripeObject::json));
  }

  Optional<LocalDate> resumesOn() {
    return pause.flatMap(running -> running.day("resumes_at"));
  }
}
