package dev.perennial.processor.state;

import java.time.Instant;

/** A partition's counters: read and written with every document, so not compressed. */
final class PartitionLayout implements Layout<PartitionMemory> {

  @Override
  public void write(String key, PartitionMemory memory, ByteSink out) {
    out.number(memory.sequence());
    out.optional(memory.lastTick(), Instant.EPOCH);
    out.signed(memory.offset());
    out.optional(memory.appendTime(), Instant.EPOCH);
    out.instant(memory.scheduledFrom(), Instant.EPOCH);
  }

  @Override
  public PartitionMemory read(String key, ByteSource in) {
    return new PartitionMemory(
        in.number(),
        in.optional(Instant.EPOCH),
        in.signed(),
        in.optional(Instant.EPOCH),
        in.instant(Instant.EPOCH));
  }

  @Override
  public boolean isCompressed() {
    return false;
  }
}
