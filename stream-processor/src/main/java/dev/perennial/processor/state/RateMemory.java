package dev.perennial.processor.state;

import static java.util.Objects.requireNonNull;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.event.Fact;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rates that count for one base and date.
 *
 * @param tenantId whose key they came with: its sender is told what becomes of them
 * @param superseded names of what was published for them and does not count, so that it is known
 *     when it comes again; the first {@value #MOST_SUPERSEDED} by name
 */
public record RateMemory(String tenantId, StoredFact fact, SortedSet<String> superseded) {

  static final int MOST_SUPERSEDED = 100;

  public RateMemory {
    requireNonNull(tenantId, "tenantId");
    requireNonNull(fact, "fact");
    superseded =
        superseded.stream()
            .limit(MOST_SUPERSEDED)
            .collect(
                Collectors.collectingAndThen(
                    Collectors.toCollection(TreeSet::new), Collections::unmodifiableSortedSet));
  }

  /** That nothing else was published before. */
  public static RateMemory of(String tenantId, StoredFact fact) {
    return new RateMemory(tenantId, fact, Collections.emptySortedSet());
  }

  public RateMemory withSuperseded(Fact other) {
    SortedSet<String> more = new TreeSet<>(superseded);
    more.add(name(other));
    return new RateMemory(tenantId, fact, more);
  }

  /** Whether what was published is known not to count. */
  public boolean hasSuperseded(Fact other) {
    return superseded.contains(name(other));
  }

  private static String name(Fact fact) {
    return CompositeKey.of(fact.id().source(), fact.id().id(), fact.digest());
  }
}
