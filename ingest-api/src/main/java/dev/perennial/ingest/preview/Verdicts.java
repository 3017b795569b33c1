package dev.perennial.ingest.preview;

import static java.util.stream.Collectors.groupingBy;

import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.SubscriptionData;
import dev.perennial.domain.fold.Erasure;
import dev.perennial.domain.fold.FactLog;
import dev.perennial.domain.fold.FactStatus;
import dev.perennial.domain.preview.SubscriptionPreview;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What would become of each event: what its receipt would say. */
final class Verdicts {

  private final Map<Fact, FactStatus.Outcome> outcomes = new HashMap<>();

  /**
   * @param events all that are previewed
   * @param subscriptions what they come to
   */
  Verdicts(List<Event> events, List<SubscriptionPreview> subscriptions) {
    Map<SubscriberKey, List<Event>> bySubscriber =
        events.stream().collect(groupingBy(Event::subscriber));
    bySubscriber.values().forEach(this::ofErasures);
    bySubscriber.values().forEach(this::ofSubscriber);
    for (SubscriptionPreview each : subscriptions) {
      each.view().facts().forEach(status -> outcomes.put(status.fact(), status.outcome()));
    }
  }

  FactStatus.Outcome of(Event event) {
    return outcomes.getOrDefault(event.fact(), FactStatus.Outcome.SUPERSEDED);
  }

  /** A deletion counts always; what it erases does not. */
  private void ofErasures(List<Event> own) {
    Erasure erasure = Erasure.of(own);
    Set<Event> remaining = new HashSet<>(erasure.remaining(own));
    for (Event event : own) {
      boolean deletion = !Erasure.of(List.of(event)).equals(Erasure.of(List.of()));
      if (!remaining.contains(event)) {
        put(event.fact(), deletion);
      }
    }
  }

  /** What subscribers say of themselves counts at once; the last under each id. */
  private void ofSubscriber(List<Event> own) {
    List<Fact> said =
        Erasure.of(own).remaining(own).stream()
            .map(Event::fact)
            .filter(fact -> !(fact.data() instanceof SubscriptionData))
            .toList();
    Set<Fact> counted = new HashSet<>(FactLog.of(said).counted());
    said.forEach(fact -> put(fact, counted.contains(fact)));
  }

  private void put(Fact fact, boolean counts) {
    outcomes.put(fact, counts ? FactStatus.Outcome.APPLIED : FactStatus.Outcome.SUPERSEDED);
  }
}
