package dev.perennial.processor.runtime;

import dev.perennial.contracts.topic.Projection;
import dev.perennial.contracts.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.errors.StreamsException;

/**
 * Refuses a start that would number documents from 1 again: where a partition has documents and the
 * counter's changelog has nothing, the counter is lost, and every sink would keep the old documents
 * for ever.
 */
final class VersionGuard {

  private final Topics topics;
  private final String changelog;

  /**
   * @param changelog the topic in which the partitions' counters are logged
   */
  VersionGuard(Topics topics, String changelog) {
    this.topics = topics;
    this.changelog = changelog;
  }

  /**
   * @throws IllegalStateException naming the partitions whose counter is lost
   * @throws StreamsException if the broker does not say
   */
  void check(Admin admin) {
    try {
      Set<Integer> lost = new TreeSet<>(written(admin, projections()));
      if (admin.listTopics().names().get().contains(changelog)) {
        lost.removeAll(written(admin, List.of(changelog)));
      }
      if (!lost.isEmpty()) {
        throw new IllegalStateException(
            "Partitions %s have documents but no counter in %s: begin a new epoch"
                .formatted(lost, changelog));
      }
    } catch (ExecutionException away) {
      throw new StreamsException("The broker does not say how far the projections are", away);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new StreamsException("Stopped while it asked the broker", stopped);
    }
  }

  private List<String> projections() {
    return Stream.of(Projection.values()).map(topics::projection).toList();
  }

  /** The partitions in which at least one of the topics has, or had, committed records. */
  private Set<Integer> written(Admin admin, List<String> names)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        admin
            .listOffsets(partitionsOf(names), new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
            .all()
            .get();
    Set<Integer> written = new TreeSet<>();
    ends.forEach(
        (partition, end) -> {
          if (end.offset() > 0) {
            written.add(partition.partition());
          }
        });
    return written;
  }

  private Map<TopicPartition, OffsetSpec> partitionsOf(List<String> names) {
    List<TopicPartition> partitions = new ArrayList<>();
    names.forEach(
        name ->
            IntStream.range(0, topics.partitions())
                .forEach(number -> partitions.add(new TopicPartition(name, number))));
    return partitions.stream()
        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
  }
}
