package dev.perennial.domain.total;

import dev.perennial.domain.rate.Movement;
import java.util.List;

/** What one subscription adds to the totals of its subscriber and its tenant. */
public record Additions(List<Contribution> contributions, List<Movement> movements) {

  private static final Additions NONE = new Additions(List.of(), List.of());

  public Additions {
    contributions = List.copyOf(contributions);
    movements = List.copyOf(movements);
  }

  public static Additions none() {
    return NONE;
  }
}
