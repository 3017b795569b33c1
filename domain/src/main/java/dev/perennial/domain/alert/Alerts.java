package dev.perennial.domain.alert;

import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.fold.SubscriptionView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a tick raises and voids for one subscription. An alert fires while {@code fireAt <= tick}
 * and the last day for telling it has not ended; after an outage only the newest missed lead fires,
 * with the days that are truly left.
 *
 * @param voided ids of standing alerts that no longer hold
 * @param next what to remember
 * @param heldUntil the end of the quiet hours that keep something from being raised; empty where
 *     nothing is kept back
 */
public record Alerts(
    List<AlertRaised> raised, List<String> voided, RaisedAlerts next, Optional<Instant> heldUntil) {

  public Alerts {
    raised = List.copyOf(raised);
    voided = List.copyOf(voided);
  }

  public static Alerts at(
      SubscriptionView view, Subscriber subscriber, RaisedAlerts before, Instant tick) {
    return new Pass(view, subscriber, before, tick).run();
  }

  /** What an erasure does at once: nothing that was said stands, and nothing is remembered. */
  public static Alerts voidAll(RaisedAlerts before) {
    List<String> standing =
        before.slots().values().stream()
            .filter(RaisedAlerts.Raised::standing)
            .map(RaisedAlerts.Raised::alertId)
            .sorted()
            .toList();
    return new Alerts(List.of(), standing, RaisedAlerts.none(), Optional.empty());
  }

  /**
   * The next alert that fires if nothing changes; of those at one moment the first by name. It
   * knows of payments, but not of answers, and not of what is told only where a payment stays away.
   */
  public static Optional<ScheduledAlert> scheduled(
      SubscriptionView view, Subscriber subscriber, Instant now) {
    return Upcoming.of(view, subscriber, now).flatMap(Upcoming::scheduled);
  }

  /**
   * When a tick may raise something if nothing changes: also what is told at once is not told by a
   * clock that has not come so far yet, and a payment may stay away, a snooze be over. Never in
   * quiet hours; what they keep back already is told by {@link #heldUntil}.
   *
   * @param told what is remembered of what was raised
   * @param scheduled what {@link #scheduled} says of the same view and moment
   */
  public static Optional<Instant> nextMoment(
      SubscriptionView view,
      Subscriber subscriber,
      RaisedAlerts told,
      Optional<ScheduledAlert> scheduled,
      Instant now) {
    Stream<Instant> payments =
        Upcoming.of(view, subscriber, now).stream().flatMap(Upcoming::moments);
    Stream<Instant> wakings =
        view.state().stream()
            .map(state -> new Answers(AlertIds.of(state.key(), view.floor()), subscriber))
            .flatMap(answers -> answers.nextWaking(told, now).stream());
    return Stream.of(scheduled.map(ScheduledAlert::fireAt).stream(), payments, wakings)
        .flatMap(moments -> moments)
        .min(Instant::compareTo)
        .map(subscriber::audibleFrom);
  }
}
