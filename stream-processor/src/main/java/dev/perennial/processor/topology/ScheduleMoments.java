package dev.perennial.processor.topology;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/** Moves a subscription's one entry in the schedule to its next moment. */
final class ScheduleMoments extends Stage<Change, Change> {

  private @Nullable PartitionStore memory;
  private @Nullable Schedule schedule;

  @Override
  void open(ProcessorContext<byte[], Change> context) {
    memory = new PartitionStore(context.getStateStore(StateStores.PARTITION));
    schedule = new Schedule(context.getStateStore(StateStores.SCHEDULE));
  }

  @Override
  void handle(Change change) {
    if (change instanceof Change.Derived derived) {
      move(derived);
    }
    forward(change);
  }

  private void move(Change.Derived derived) {
    Instant oldMoment = derived.oldMoment();
    Instant newMoment = derived.newMoment();
    if (oldMoment != null && !oldMoment.equals(newMoment)) {
      requireNonNull(schedule).remove(oldMoment, derived.subscription());
    }
    if (newMoment != null) {
      // Also where it stays: the pass that opened it took it away.
      requireNonNull(schedule).add(newMoment, derived.subscription());
      lowerBound(newMoment);
    }
  }

  private void lowerBound(Instant moment) {
    PartitionStore partition = requireNonNull(memory);
    if (moment.isBefore(partition.get().scheduledFrom())) {
      partition.update(before -> before.scheduledFrom(moment));
    }
  }
}
