package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A subscriber and all its subscriptions, by a reading of its events.
 *
 * @param said what counts of what it said of itself
 */
record Account(
    Reference reference,
    Reading reading,
    Owner owner,
    List<Happening> said,
    Map<String, Subscription> subscriptions) {

  /**
   * @param now of each subscription; without, the time of its newest event
   */
  static Account of(String id, Reference reference, Reading reading, Optional<Instant> now) {
    Floor floor = reading.floor();
    List<Happening> said = Reading.counted(floor.above(reading.ofSubscriber()));
    Owner owner = new Owner(id, said, reference.tenant());
    Map<String, Subscription> subscriptions = new TreeMap<>();
    reading
        .subscriptions()
        .forEach(
            (name, all) ->
                subscriptions.put(
                    name,
                    Subscription.of(
                        name, all, owner, floor, now.orElseGet(() -> Reading.newest(all)))));
    return new Account(reference, reading, owner, said, subscriptions);
  }

  /** What became of an event that is about no one subscription. */
  String outcome(Happening happening) {
    return happening.isDeletion() || said.contains(happening) ? "APPLIED" : "SUPERSEDED";
  }
}
