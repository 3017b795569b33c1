package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When the business clock ran, partition by partition.
 *
 * @param intervals from a first to a last tick without a noticeable gap, in time's order
 */
public record Ticks(Map<Integer, List<Interval>> intervals) {

  /** Both ends included. */
  public record Interval(Instant first, Instant last) {

    public Interval {
      if (last.isBefore(first)) {
        throw new IllegalArgumentException("An interval ends after it begins");
      }
    }

    boolean covers(Instant moment) {
      return !moment.isBefore(first) && !moment.isAfter(last);
    }
  }

  public Ticks {
    intervals = Map.copyOf(intervals);
  }

  /** No partition has been ticked yet. */
  public static Ticks none() {
    return new Ticks(Map.of());
  }

  /** The same single interval on every partition. */
  public static Ticks everywhere(int partitions, Instant first, Instant last) {
    Map<Integer, List<Interval>> all = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      all.put(partition, List.of(new Interval(first, last)));
    }
    return new Ticks(all);
  }

  List<Interval> of(int partition) {
    List<Interval> sorted = new ArrayList<>(intervals.getOrDefault(partition, List.of()));
    sorted.sort(Comparator.comparing(Interval::first));
    return sorted;
  }

  Optional<Instant> last(int partition) {
    return of(partition).stream().map(Interval::last).max(Comparator.naturalOrder());
  }
}
