package dev.perennial.processor.topology;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/** Moves the one entry that a subscription, or a subscriber, has in the schedule. */
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
    if (change instanceof Change.Moment moment) {
      move(moment);
    }
    forward(change);
  }

  private void move(Change.Moment moment) {
    Instant oldMoment = moment.oldMoment();
    Instant newMoment = moment.newMoment();
    if (oldMoment != null && !oldMoment.equals(newMoment)) {
      requireNonNull(schedule).remove(oldMoment, moment.key());
    }
    if (newMoment != null) {
      // Also where it stays: the pass that opened it took it away.
      requireNonNull(schedule).add(newMoment, moment.key());
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
