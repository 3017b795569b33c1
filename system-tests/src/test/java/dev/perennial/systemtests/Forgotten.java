package dev.perennial.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.event.Arrival;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventCodec;
import dev.perennial.contracts.event.StrictJson;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.SubscriberDeleted;
import dev.perennial.domain.event.SubscriptionDeleted;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The events that an erasure among them makes forgotten. Nothing remembers that they were there, so
 * when they are posted again they are told SUPERSEDED again.
 */
record Forgotten(List<Event> events) {

  static Forgotten among(Collection<String> texts, String tenantId) {
    Arrival arrival = new Arrival(tenantId, Instant.EPOCH, Mode.LIVE);
    return new Forgotten(
        texts.stream()
            .map(text -> EventCodec.decode(StrictJson.parse(text.getBytes(UTF_8)), arrival))
            .flatMap(
                decoding ->
                    decoding instanceof Decoding.Decoded decoded
                        ? Stream.of(decoded.event())
                        : Stream.of())
            .toList());
  }

  /** The ids of their receipts. */
  Set<String> receipts() {
    List<Event> deletions = events.stream().filter(Forgotten::isDeletion).toList();
    return events.stream()
        .filter(event -> !isDeletion(event))
        .filter(event -> deletions.stream().anyMatch(deletion -> covers(deletion, event)))
        .map(
            event ->
                CompositeKey.of(
                    event.subscriber().tenantId(),
                    event.subscriber().subscriberId(),
                    event.fact().id().source(),
                    event.fact().id().id(),
                    event.fact().digest()))
        .collect(Collectors.toSet());
  }

  private static boolean isDeletion(Event event) {
    EventData data = event.fact().data();
    return data instanceof SubscriptionDeleted || data instanceof SubscriberDeleted;
  }

  private static boolean covers(Event deletion, Event event) {
    boolean about =
        deletion.fact().data() instanceof SubscriberDeleted
            || deletion.subject().equals(event.subject());
    return about
        && deletion.subscriber().equals(event.subscriber())
        && !event.fact().time().isAfter(deletion.fact().time());
  }
}
