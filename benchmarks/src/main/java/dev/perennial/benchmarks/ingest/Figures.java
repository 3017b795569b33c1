package dev.perennial.benchmarks.ingest;

import dev.perennial.benchmarks.Results;

/**
 * What one measurement has shown.
 *
 * @param events that were accepted within the window
 * @param seconds how long the window was
 * @param all that was accepted, with warm-up and what came last
 * @param p50 of a request, in milliseconds; of lines nothing is timed
 * @param p99 likewise
 * @param max likewise
 * @param cpu of the process that sent, all the while, in nanoseconds
 */
record Figures(
    long events, double seconds, long all, double p50, double p99, double max, long cpu) {

  double perSecond() {
    return events / seconds;
  }

  /** In milliseconds: median, 99th percentile, longest. */
  String latencies() {
    return Results.format("%.2f,%.2f,%.2f", p50, p99, max);
  }

  String text() {
    return Results.format("%d %.6f %d %.6f %.6f %.6f %d", events, seconds, all, p50, p99, max, cpu);
  }

  static Figures parse(String text) {
    String[] parts = text.split(" ", -1);
    return new Figures(
        Long.parseLong(parts[0]),
        Double.parseDouble(parts[1]),
        Long.parseLong(parts[2]),
        Double.parseDouble(parts[3]),
        Double.parseDouble(parts[4]),
        Double.parseDouble(parts[5]),
        Long.parseLong(parts[6]));
  }
}
