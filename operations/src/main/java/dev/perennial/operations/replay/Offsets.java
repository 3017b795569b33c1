package dev.perennial.operations.replay;

import static java.util.stream.Collectors.toMap;

import dev.perennial.contracts.topic.ProcessorGroup;
import dev.perennial.operations.OperationException;
import dev.perennial.operations.topics.Answers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** How far topics go, and how far groups have read them. */
final class Offsets {

  private static final Duration POLL = Duration.ofMillis(500);

  private final Admin admin;
  private final Supplier<Consumer<byte[], byte[]>> committedRecords;

  /**
   * @param committedRecords makes a consumer without a group that reads what was committed
   */
  Offsets(Admin admin, Supplier<Consumer<byte[], byte[]>> committedRecords) {
    this.admin = admin;
    this.committedRecords = committedRecords;
  }

  /** Behind the last committed record of each partition. */
  Map<Integer, Long> ends(String topic) {
    int partitions =
        Answers.of(admin.describeTopics(List.of(topic)).allTopicNames())
            .values()
            .iterator()
            .next()
            .partitions()
            .size();
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
    }
    return new TreeMap<>(
        Answers.of(
                admin
                    .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all())
            .entrySet()
            .stream()
            .collect(toMap(end -> end.getKey().partition(), end -> end.getValue().offset())));
  }

  /** Whether a group has read of any topic. */
  boolean hasRead(String group) {
    return !Answers.of(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
        .isEmpty();
  }

  /** The next offset that a group reads, of the partitions that it has read of. */
  Map<Integer, Long> read(String group, String topic) {
    Map<TopicPartition, OffsetAndMetadata> all =
        Answers.of(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    return all.entrySet().stream()
        .filter(each -> each.getKey().topic().equals(topic))
        .collect(toMap(each -> each.getKey().partition(), each -> each.getValue().offset()));
  }

  /**
   * The records up to the given ends that a group has not read, by partition; counted, since behind
   * the last record of a transaction there is its mark, which nobody reads.
   */
  Map<Integer, Long> unread(String group, String topic, Map<Integer, Long> ends) {
    Map<Integer, Long> read = read(group, topic);
    Map<Integer, Long> unread = new TreeMap<>();
    ends.keySet().forEach(partition -> unread.put(partition, 0L));
    List<TopicPartition> behind =
        ends.entrySet().stream()
            .filter(end -> read.getOrDefault(end.getKey(), 0L) < end.getValue())
            .map(end -> new TopicPartition(topic, end.getKey()))
            .toList();
    if (behind.isEmpty()) {
      return unread;
    }
    try (Consumer<byte[], byte[]> consumer = committedRecords.get()) {
      consumer.assign(behind);
      for (TopicPartition each : behind) {
        consumer.seek(each, read.getOrDefault(each.partition(), 0L));
      }
      while (behind.stream()
          .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each.partition(), 0L))) {
        consumer
            .poll(POLL)
            .forEach(
                each -> {
                  if (each.offset() < ends.getOrDefault(each.partition(), 0L)) {
                    unread.merge(each.partition(), 1L, Long::sum);
                  }
                });
      }
    }
    return unread;
  }

  /** The epochs of which there is a group of processors. */
  Set<Integer> epochs() {
    Set<Integer> epochs = new TreeSet<>();
    Answers.of(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())
        .forEach(each -> ProcessorGroup.epochOf(each.groupId()).ifPresent(epochs::add));
    return epochs;
  }

  /** Whether a group has members. */
  boolean isActive(String group) {
    try {
      return Answers.of(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
          .anyMatch(each -> !each.members().isEmpty());
    } catch (OperationException refused) {
      if (refused.getCause() instanceof ExecutionException execution
          && execution.getCause() instanceof GroupIdNotFoundException) {
        return false;
      }
      throw refused;
    }
  }
}
