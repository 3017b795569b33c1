package dev.perennial.benchmarks.ingest;

import org.HdrHistogram.Histogram;

/**
 * What was answered. What came before the window is warm-up: it counts among all that was taken,
 * and is not measured.
 */
final class Window {

  private static final long LONGEST = 60_000_000_000L;
  private static final int DIGITS = 3;

  private final long from;
  private final long to;
  private final Histogram latencies = new Histogram(LONGEST, DIGITS);
  private long measured;
  private long all;

  /**
   * @param from by {@link System#nanoTime}
   * @param to when nothing new is sent any more
   */
  Window(long from, long to) {
    this.from = from;
    this.to = to;
  }

  boolean isOver(long now) {
    return now - to >= 0;
  }

  /**
   * @param began when the request was to be sent, or now where single answers are not timed
   */
  void accepted(int events, long began, long now) {
    all += events;
    if (now - from >= 0 && !isOver(now)) {
      measured += events;
      latencies.recordValue(Math.min(LONGEST, Math.max(1, now - began)));
    }
  }

  /**
   * @param cpu of this process since the window's warm-up began, in nanoseconds
   */
  Figures figures(long cpu) {
    return new Figures(
        measured,
        (to - from) / 1e9,
        all,
        latencies.getValueAtPercentile(50) / 1e6,
        latencies.getValueAtPercentile(99) / 1e6,
        latencies.getMaxValue() / 1e6,
        cpu);
  }
}
