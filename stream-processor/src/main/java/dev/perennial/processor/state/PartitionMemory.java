package dev.perennial.processor.state;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one partition counts.
 *
 * @param sequence the last number given to a document; with the epoch it makes the version
 * @param lastTick the business clock; null before the first tick
 * @param offset of the last event read; -1 before the first
 * @param appendTime of that event
 * @param scheduledFrom no schedule entry lies before this moment, so that a scan need not pass over
 *     the tombstones of all that came due before
 */
public record PartitionMemory(
    long sequence,
    @Nullable Instant lastTick,
    long offset,
    @Nullable Instant appendTime,
    Instant scheduledFrom) {

  private static final PartitionMemory EMPTY =
      new PartitionMemory(0, null, -1, null, Instant.EPOCH);

  public static PartitionMemory empty() {
    return EMPTY;
  }

  public Optional<Instant> clock() {
    return Optional.ofNullable(lastTick);
  }

  public PartitionMemory ticked(Instant tick) {
    return new PartitionMemory(sequence, tick, offset, appendTime, scheduledFrom);
  }

  public PartitionMemory read(long newOffset, Instant newAppendTime) {
    return new PartitionMemory(sequence, lastTick, newOffset, newAppendTime, scheduledFrom);
  }

  public PartitionMemory scheduledFrom(Instant moment) {
    return new PartitionMemory(sequence, lastTick, offset, appendTime, moment);
  }

  public PartitionMemory next() {
    return new PartitionMemory(sequence + 1, lastTick, offset, appendTime, scheduledFrom);
  }
}
