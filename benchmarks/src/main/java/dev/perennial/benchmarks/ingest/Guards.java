package dev.perennial.benchmarks.ingest;

import java.io.IOException;
import java.util.List;

/**
 * How often ingest went on without what it asks: figures of a run are those of all guards only
 * where both are few beside the events.
 *
 * @param skipped events that were taken without asking the index of ids
 * @param alone takings from limits that were counted by the process alone
 */
record Guards(long skipped, long alone) {

  private static final String SKIPPED = "perennial_ingest_index_skipped_total";
  private static final String ALONE = "perennial_limits_fallback_total";

  static Guards of(Server ingest) throws IOException {
    return of(ingest.metrics());
  }

  /**
   * @param metrics in the text format of Prometheus
   */
  static Guards of(String metrics) {
    return new Guards(sum(metrics, SKIPPED), sum(metrics, ALONE));
  }

  private static long sum(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  Guards since(Guards before) {
    return new Guards(skipped - before.skipped, alone - before.alone);
  }

  List<String> csv() {
    return List.of(
        "what,times",
        "events taken without the index," + skipped,
        "limits counted by the process alone," + alone);
  }
}
