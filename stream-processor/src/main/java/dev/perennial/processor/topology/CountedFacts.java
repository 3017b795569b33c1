package dev.perennial.processor.topology;

import dev.perennial.domain.event.Fact;
import dev.perennial.domain.fold.FactStatus;
import dev.perennial.processor.state.StoredFact;
import dev.perennial.processor.state.StoredFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Facts of which the last under each id counts.
 *
 * @param all with what their receipts say from now on
 * @param changed those of which their receipts have said something else
 */
record CountedFacts(StoredFacts all, List<StoredFact> changed) {

  static CountedFacts of(StoredFacts facts) {
    Set<Fact> counted = new HashSet<>(facts.log().counted());
    List<StoredFact> all = new ArrayList<>();
    List<StoredFact> changed = new ArrayList<>();
    for (StoredFact stored : facts.entries()) {
      FactStatus.Outcome outcome =
          counted.contains(stored.fact())
              ? FactStatus.Outcome.APPLIED
              : FactStatus.Outcome.SUPERSEDED;
      StoredFact told = stored.told(outcome);
      all.add(told);
      if (stored.outcome() != outcome) {
        changed.add(told);
      }
    }
    return new CountedFacts(new StoredFacts(all), changed);
  }
}
