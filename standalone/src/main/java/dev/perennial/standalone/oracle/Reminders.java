package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** Which alerts of one subscription the ticks raised. */
final class Reminders {

  /** Who hears of it. */
  interface Listener {
    void raised(Raised alert);

    void voided(Raised alert);
  }

  private final String tenant;
  private final Listener listener;
  private final Answers answers = new Answers();

  Reminders(String tenant, Listener listener) {
    this.tenant = tenant;
    this.listener = listener;
  }

  /**
   * @param subscription as it is known at the tick
   */
  void tick(Subscription subscription, Instant tick) {
    if (!subscription.deal().started) {
      return;
    }
    Occasions occasions = new Occasions(subscription, subscription.owner().today(tick));
    for (AlertType type : AlertType.OF_SUBSCRIPTIONS) {
      tick(subscription, occasions, type, tick);
    }
  }

  private void tick(Subscription subscription, Occasions occasions, AlertType type, Instant tick) {
    List<Integer> leads = occasions.leads(type);
    if (leads.isEmpty() && type.isScheduled()) {
      return;
    }
    Owner owner = subscription.owner();
    int longest = leads.isEmpty() ? 0 : Collections.max(leads);
    occasions
        .of(type)
        .takeWhile(occasion -> !type.isScheduled() || hasCome(occasion, longest, owner, tick))
        .forEach(occasion -> raiseNewestMissed(subscription, occasion, tick));
  }

  private static boolean hasCome(Occasion occasion, int lead, Owner owner, Instant tick) {
    return !occasion.fireAt(lead, owner).isAfter(tick);
  }

  private void raiseNewestMissed(Subscription subscription, Occasion occasion, Instant tick) {
    answers
        .newestMissed(occasion, subscription.owner(), tick)
        .filter(turn -> !subscription.wasImportedAfter(turn.fireAt()))
        .map(turn -> new Alert(subscription, tenant, occasion, turn, tick))
        .ifPresent(this::raise);
  }

  private void raise(Alert alert) {
    answers.add(alert);
    listener.raised(alert);
  }

  /** Takes back, at an erasure, what may still be told. */
  void erase(Instant at) {
    answers.forget(at).forEach(listener::voided);
  }
}
