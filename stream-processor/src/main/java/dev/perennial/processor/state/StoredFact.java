package dev.perennial.processor.state;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.event.Fact;
import dev.perennial.domain.fold.FactStatus;
import org.jspecify.annotations.Nullable;

/**
 * A fact with what its receipt says.
 *
 * @param offset of its record on the events topic
 * @param outcome as last told; null while no receipt has been sent
 */
public record StoredFact(Fact fact, long offset, FactStatus.@Nullable Outcome outcome) {

  public StoredFact {
    requireNonNull(fact, "fact");
  }

  public StoredFact told(FactStatus.Outcome newOutcome) {
    return new StoredFact(fact, offset, newOutcome);
  }
}
