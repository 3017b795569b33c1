package dev.perennial.processor.state;

import dev.perennial.domain.event.Fact;
import dev.perennial.domain.fold.FactLog;
import dev.perennial.domain.fold.Floor;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A set of facts as the store keeps it: sorted, no two the same.
 *
 * @param entries in the order of their facts
 */
public record StoredFacts(List<StoredFact> entries) {

  private static final StoredFacts EMPTY = new StoredFacts(List.of());

  public StoredFacts {
    entries = List.copyOf(entries);
  }

  public static StoredFacts empty() {
    return EMPTY;
  }

  /** What was together before: facts up to a floor, and those behind it. */
  public static StoredFacts of(List<StoredFact> first, StoredFacts rest) {
    return first.isEmpty()
        ? rest
        : new StoredFacts(Stream.concat(first.stream(), rest.entries.stream()).toList());
  }

  public FactLog log() {
    return new FactLog(entries.stream().map(StoredFact::fact).toList());
  }

  /** The set with one fact more; empty if it says nothing new. */
  public Optional<StoredFacts> with(Fact fact, long offset) {
    FactLog before = log();
    FactLog after = before.add(fact);
    if (after == before) {
      return Optional.empty();
    }
    // The log hands back the very facts that it was given.
    Map<Fact, StoredFact> known = new IdentityHashMap<>();
    entries.forEach(entry -> known.put(entry.fact(), entry));
    known.put(fact, new StoredFact(fact, offset, null));
    return Optional.of(new StoredFacts(after.facts().stream().map(known::get).toList()));
  }

  /** Those behind a floor. */
  public StoredFacts after(Floor floor) {
    int first = upTo(floor).size();
    return first == 0 ? this : new StoredFacts(entries.subList(first, entries.size()));
  }

  /** Those that a floor lets go, one of its very moment included. */
  public List<StoredFact> upTo(Floor floor) {
    return entries.stream().takeWhile(entry -> floor.covers(entry.fact().time())).toList();
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  public int size() {
    return entries.size();
  }
}
