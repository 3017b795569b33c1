package dev.perennial.domain.alert;

import dev.perennial.domain.fold.Subscriber;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a subscriber has answered to what it was told of itself: only a snooze means anything. */
record OwnAnswers(AlertIds ids, Subscriber subscriber) {

  /** The moment until which nothing more is told of the same; empty if it was not snoozed. */
  Optional<Instant> quietUntil(OwnAlerts told, Predicate<RaisedAlerts.Slot> same) {
    return moments(told, same).max(Instant::compareTo);
  }

  /** The next moment at which something that was snoozed may be told again. */
  Optional<Instant> nextWaking(OwnAlerts told, Instant now) {
    return moments(told, any -> true).filter(now::isBefore).min(Instant::compareTo);
  }

  private Stream<Instant> moments(OwnAlerts told, Predicate<RaisedAlerts.Slot> same) {
    return subscriber.hasAnswered()
        ? told.slots().entrySet().stream()
            .filter(entry -> same.test(entry.getKey()))
            .flatMap(this::idsOf)
            .flatMap(id -> subscriber.snoozedUntil(id).stream())
            .map(subscriber::alertMoment)
        : Stream.empty();
  }

  /** Those of earlier revisions, too. */
  private Stream<String> idsOf(Map.Entry<RaisedAlerts.Slot, OwnAlerts.Raised> entry) {
    return IntStream.rangeClosed(0, entry.getValue().revision())
        .mapToObj(revision -> ids.of(entry.getKey(), revision));
  }
}
