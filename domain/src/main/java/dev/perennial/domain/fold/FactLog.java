package dev.perennial.domain.fold;

import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A set of facts in their one order. Whatever order they arrive in and however often, equal sets
 * are equal logs.
 *
 * @param facts sorted, no two the same
 */
public record FactLog(List<Fact> facts) {

  private static final FactLog EMPTY = new FactLog(List.of());

  public FactLog {
    facts = List.copyOf(facts);
  }

  public static FactLog empty() {
    return EMPTY;
  }

  public static FactLog of(Collection<Fact> facts) {
    FactLog log = EMPTY;
    for (Fact fact : facts) {
      log = log.add(fact);
    }
    return log;
  }

  /**
   * The log with one fact more. Of equal facts the earliest received is kept.
   *
   * @return this very instance where nothing changes
   */
  public FactLog add(Fact fact) {
    int place = Collections.binarySearch(facts, fact);
    if (place < 0) {
      List<Fact> longer = new ArrayList<>(facts);
      longer.add(-place - 1, fact);
      return new FactLog(longer);
    }
    if (!fact.receivedAt().isBefore(facts.get(place).receivedAt())) {
      return this;
    }
    List<Fact> earlier = new ArrayList<>(facts);
    earlier.set(place, fact);
    return new FactLog(earlier);
  }

  /**
   * What a floor leaves of it.
   *
   * @return this very instance where that is all
   */
  public FactLog after(Floor floor) {
    if (floor.isNone()) {
      return this;
    }
    List<Fact> later = facts.stream().filter(fact -> !floor.covers(fact.time())).toList();
    return later.size() == facts.size() ? this : new FactLog(later);
  }

  /** When the newest imported fact was received; empty if none was imported. */
  Optional<Instant> importedAt() {
    return facts.stream()
        .filter(fact -> fact.mode() == Mode.BACKFILL)
        .map(Fact::receivedAt)
        .max(Instant::compareTo);
  }

  public int size() {
    return facts.size();
  }

  /** The facts that count: of those with equal (source, id) the last. */
  public List<Fact> counted() {
    Map<EventId, Fact> last = lastById();
    return facts.stream().filter(fact -> fact.equals(last.get(fact.id()))).toList();
  }

  private Map<EventId, Fact> lastById() {
    Map<EventId, Fact> last = new HashMap<>();
    facts.forEach(fact -> last.put(fact.id(), fact));
    return last;
  }
}
