package dev.perennial.processor.topology;

import java.time.Instant;

/** What the pipeline counts. Called from the stream threads: must be quick and thread-safe. */
public interface PipelineMetrics {

  /** What became of a record of the events topic when it was read. */
  enum EventOutcome {
    FOLDED,
    DUPLICATE,
    /** It happened before its subject was erased. */
    FORGOTTEN,
    DEAD_LETTERED
  }

  /** What became of a record of the clock. */
  enum TickOutcome {
    ACCEPTED,
    NOT_LATER,
    SKEWED,
    UNREADABLE
  }

  void event(EventOutcome outcome);

  void tick(int partition, TickOutcome outcome, Instant appendTime);

  /** How many entries of a partition's schedule were due and are left for another turn. */
  void backlog(int partition, int entries);

  /** A subscription could not be derived on the clock; it is tried again later. */
  void derivationFailed();
}
