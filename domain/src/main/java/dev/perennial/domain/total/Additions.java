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

  /**
   * This without what both begin and end with: what is added and what is taken away again cancel
   * each other out. Mostly a payment more is all the difference there is.
   */
  public Additions apartFrom(Additions other) {
    return new Additions(
        apart(contributions, other.contributions), apart(movements, other.movements));
  }

  private static <T> List<T> apart(List<T> list, List<T> other) {
    int shorter = Math.min(list.size(), other.size());
    int first = 0;
    while (first < shorter && list.get(first).equals(other.get(first))) {
      first++;
    }
    int last = 0;
    while (last < shorter - first
        && list.get(list.size() - 1 - last).equals(other.get(other.size() - 1 - last))) {
      last++;
    }
    return list.subList(first, list.size() - last);
  }
}
