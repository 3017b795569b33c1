package dev.perennial.processor.runtime;

import static java.util.stream.Collectors.toMap;

import dev.perennial.contracts.topic.ProcessorGroup;
import dev.perennial.contracts.topic.Topics;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupSubscribedToTopicException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.streams.errors.StreamsException;

/** The processors' consumer groups of all epochs, as the broker has them. */
final class Groups {

  /** A group misses a member that was stopped after 10 s; so long may its transaction last, too. */
  static final Duration PATIENCE = Duration.ofSeconds(25);

  private static final Duration POLL = Duration.ofMillis(500);

  /** What a group's offsets say of it. */
  enum Standing {
    /** It has none. */
    UNKNOWN,
    /** It reads the topic of alerts. */
    LEARNS,
    /** It has read events, and of alerts nothing. */
    RAISES
  }

  private final Admin admin;
  private final Supplier<Consumer<byte[], byte[]>> committedRecords;
  private final int partitions;
  private final Duration patience;

  /**
   * @param committedRecords makes a consumer without a group that reads what was committed
   * @param patience how long a group that had its members stopped may still seem to have them
   */
  Groups(
      Admin admin,
      Supplier<Consumer<byte[], byte[]>> committedRecords,
      Topics topics,
      Duration patience) {
    this.patience = patience;
    this.admin = admin;
    this.committedRecords = committedRecords;
    this.partitions = topics.partitions();
  }

  /** Of which there is a group. */
  Set<Integer> epochs() {
    Set<Integer> epochs = new TreeSet<>();
    for (GroupListing group :
        answer(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())) {
      ProcessorGroup.epochOf(group.groupId()).ifPresent(epochs::add);
    }
    return epochs;
  }

  Standing standing(int epoch) {
    Set<TopicPartition> read = offsets(epoch).keySet();
    if (read.stream().anyMatch(partition -> partition.topic().equals(Topics.ALERTS))) {
      return Standing.LEARNS;
    }
    return read.isEmpty() ? Standing.UNKNOWN : Standing.RAISES;
  }

  /** Whether it has members, also after those that were just stopped are missed. */
  boolean staysActive(int epoch) {
    return !await(() -> !isActive(epoch));
  }

  boolean isActive(int epoch) {
    String id = new ProcessorGroup(epoch).id();
    try {
      return admin.describeConsumerGroups(List.of(id)).all().get().values().stream()
          .anyMatch(group -> !group.members().isEmpty());
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof GroupIdNotFoundException) {
        return false;
      }
      throw away(failure);
    } catch (InterruptedException stopped) {
      throw stopped(stopped);
    }
  }

  /** Has a group without members read the topic of alerts, from its beginning. */
  void haveLearn(int epoch) {
    Map<TopicPartition, OffsetAndMetadata> beginnings =
        offsets(OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED).entrySet().stream()
            .collect(toMap(Map.Entry::getKey, begin -> new OffsetAndMetadata(begin.getValue())));
    change(
        admin.alterConsumerGroupOffsets(new ProcessorGroup(epoch).id(), beginnings).all(), epoch);
  }

  /** Forgets how far a group without members has read the topic of alerts. */
  void endLearning(int epoch) {
    Set<TopicPartition> read = new HashSet<>(offsets(epoch).keySet());
    read.removeIf(partition -> !partition.topic().equals(Topics.ALERTS));
    change(admin.deleteConsumerGroupOffsets(new ProcessorGroup(epoch).id(), read).all(), epoch);
  }

  /**
   * How many records of the topic of alerts a group has not read.
   *
   * @throws StreamsException while a transaction is under way that may add to them
   */
  long unreadAlerts(int epoch) {
    if (!await(
        () ->
            offsets(OffsetSpec.latest(), IsolationLevel.READ_COMMITTED)
                .equals(offsets(OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED)))) {
      throw new StreamsException("A transaction on the topic of alerts is still under way");
    }
    return unread(offsets(epoch), offsets(OffsetSpec.latest(), IsolationLevel.READ_COMMITTED));
  }

  /** Counted, and not subtracted: behind the last record there is the mark of its transaction. */
  private long unread(Map<TopicPartition, OffsetAndMetadata> read, Map<TopicPartition, Long> ends) {
    long unread = 0;
    try (Consumer<byte[], byte[]> consumer = committedRecords.get()) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      read.forEach(
          (partition, offset) -> {
            if (ends.containsKey(partition)) {
              consumer.seek(partition, offset.offset());
            }
          });
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        unread += consumer.poll(POLL).count();
      }
    }
    return unread;
  }

  /** Whether an epoch has no state yet, though alerts were raised. */
  boolean isFreshBehindAlerts(int epoch) {
    ProcessorGroup group = new ProcessorGroup(epoch);
    boolean hasState = answer(admin.listTopics().names()).stream().anyMatch(group::owns);
    return !hasState
        && offsets(OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED).values().stream()
            .anyMatch(end -> end > 0);
  }

  private Map<TopicPartition, OffsetAndMetadata> offsets(int epoch) {
    return answer(
        admin
            .listConsumerGroupOffsets(new ProcessorGroup(epoch).id())
            .partitionsToOffsetAndMetadata());
  }

  private Map<TopicPartition, Long> offsets(OffsetSpec which, IsolationLevel isolation) {
    Map<TopicPartition, OffsetSpec> wanted =
        IntStream.range(0, partitions)
            .boxed()
            .collect(toMap(number -> new TopicPartition(Topics.ALERTS, number), number -> which));
    Map<TopicPartition, ListOffsetsResultInfo> found =
        answer(admin.listOffsets(wanted, new ListOffsetsOptions(isolation)).all());
    return found.entrySet().stream()
        .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  private boolean await(BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      try {
        TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
      } catch (InterruptedException stopped) {
        throw stopped(stopped);
      }
    }
    return true;
  }

  private static void change(KafkaFuture<Void> change, int epoch) {
    try {
      change.get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof UnknownMemberIdException
          || failure.getCause() instanceof GroupSubscribedToTopicException) {
        throw new IllegalStateException(
            "Processors of epoch %d have been started meanwhile: stop them first".formatted(epoch),
            failure);
      }
      throw away(failure);
    } catch (InterruptedException stopped) {
      throw stopped(stopped);
    }
  }

  private static <T> T answer(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException failure) {
      throw away(failure);
    } catch (InterruptedException stopped) {
      throw stopped(stopped);
    }
  }

  private static StreamsException away(ExecutionException failure) {
    return new StreamsException("The broker does not say who raises alerts", failure);
  }

  private static StreamsException stopped(InterruptedException stopped) {
    Thread.currentThread().interrupt();
    return new StreamsException("Stopped while it asked the broker", stopped);
  }
}
