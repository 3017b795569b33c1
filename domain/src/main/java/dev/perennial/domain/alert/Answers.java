package dev.perennial.domain.alert;

import dev.perennial.domain.fold.Subscriber;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a subscriber has answered to what it was told. An answer names an alert by its id; the ids
 * of earlier revisions are found again, since they say what they are about.
 */
record Answers(AlertIds ids, Subscriber subscriber) {

  /** Whether any alert of the same charge, payment or date was acknowledged. */
  boolean isAcknowledged(Occasion occasion, RaisedAlerts told) {
    return idsOf(occasion, told).anyMatch(subscriber::hasAcknowledged);
  }

  /** The moment until which nothing more is told of the same; empty if it was not snoozed. */
  Optional<Instant> quietUntil(Occasion occasion, RaisedAlerts told) {
    return moments(idsOf(occasion, told)).max(Instant::compareTo);
  }

  /** The next moment at which something that was snoozed may be told again. */
  Optional<Instant> nextWaking(RaisedAlerts told, Instant now) {
    return moments(told.slots().entrySet().stream().flatMap(this::idsOf))
        .filter(moment -> moment.isAfter(now))
        .min(Instant::compareTo);
  }

  private Stream<Instant> moments(Stream<String> alertIds) {
    return alertIds
        .flatMap(id -> subscriber.snoozedUntil(id).stream())
        .map(subscriber::alertMoment);
  }

  private Stream<String> idsOf(Occasion occasion, RaisedAlerts told) {
    return told.slots().entrySet().stream()
        .filter(entry -> entry.getKey().sharesSubjectWith(occasion))
        .flatMap(this::idsOf);
  }

  private Stream<String> idsOf(Map.Entry<RaisedAlerts.Slot, RaisedAlerts.Raised> entry) {
    return subscriber.hasAnswered()
        ? IntStream.rangeClosed(0, entry.getValue().revision())
            .mapToObj(revision -> ids.of(entry.getKey(), revision))
        : Stream.empty();
  }
}
