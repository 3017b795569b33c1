package dev.perennial.benchmarks;

import java.util.List;

/** A set of measurements, by how they spread. */
public record Spread(List<Double> sorted) {

  public static Spread of(List<Double> values) {
    return new Spread(values.stream().sorted().toList());
  }

  /**
   * @param share 0.5 for the median: as many values lie below it
   */
  public double at(double share) {
    return sorted.get((int) Math.min(sorted.size() - 1.0, Math.floor(share * sorted.size())));
  }

  /** Smallest, median, largest. */
  public String csv(String form) {
    return Results.format(
        form + "," + form + "," + form, sorted.getFirst(), at(0.5), sorted.getLast());
  }
}
