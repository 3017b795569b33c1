package dev.perennial.operations.topics;

import dev.perennial.contracts.topic.TopicDeclaration;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.operations.Deadline;
import dev.perennial.operations.OperationException;
import dev.perennial.operations.topics.TopicDifference.Missing;
import dev.perennial.operations.topics.TopicDifference.OtherPartitions;
import dev.perennial.operations.topics.TopicDifference.OtherReplication;
import dev.perennial.operations.topics.TopicDifference.OtherSetting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** Makes a cluster's topics what they are declared to be. Deletes nothing. */
public final class TopicAdmin {

  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);

  private TopicAdmin() {}

  /**
   * Creates what is missing, alters settings that differ, and returns when every partition answers:
   * producing to a partition without a leader has broken idempotent producers.
   *
   * @param replication copies of each partition: 3 in production, 1 on one broker
   * @param minInsync copies that must have a record before it counts as written: 2 in production;
   *     the cluster's default where null
   * @return what was done, a line each; empty where nothing differed
   * @throws OperationException where a topic has another number of partitions or replicas, which
   *     only new topics and a replay could change; then nothing was done
   */
  public static List<String> apply(
      Admin admin, Topics topics, int replication, @Nullable Integer minInsync) {
    List<WantedTopic> wanted = wanted(topics, replication, minInsync);
    List<TopicDifference> differences = new TopicComparison(admin).differences(wanted);
    refuseWhatCannotBeAltered(differences);
    create(admin, wanted, differences);
    alter(admin, differences);
    awaitEveryPartition(admin, topics);
    return differences.stream().map(TopicDifference::remedy).toList();
  }

  /** How the cluster differs from what {@link #apply} would make of it. */
  public static List<TopicDifference> check(
      Admin admin, Topics topics, int replication, @Nullable Integer minInsync) {
    return new TopicComparison(admin).differences(wanted(topics, replication, minInsync));
  }

  /** What {@link #apply} would make, without asking a cluster. */
  public static List<WantedTopic> wanted(
      Topics topics, int replication, @Nullable Integer minInsync) {
    return topics.all().stream()
        .map(topic -> WantedTopic.of(topic, replication, minInsync))
        .toList();
  }

  private static void refuseWhatCannotBeAltered(List<TopicDifference> differences) {
    String refused =
        differences.stream()
            .filter(
                difference ->
                    switch (difference) {
                      case OtherPartitions o -> true;
                      case OtherReplication o -> true;
                      case Missing m -> false;
                      case OtherSetting s -> false;
                    })
            .map(TopicDifference::text)
            .collect(Collectors.joining("; "));
    if (!refused.isEmpty()) {
      throw new OperationException(refused);
    }
  }

  private static void create(
      Admin admin, List<WantedTopic> wanted, List<TopicDifference> differences) {
    List<String> missing =
        differences.stream().filter(Missing.class::isInstance).map(TopicDifference::topic).toList();
    List<NewTopic> created =
        wanted.stream()
            .filter(topic -> missing.contains(topic.name()))
            .map(WantedTopic::asNewTopic)
            .toList();
    Answers.of(admin.createTopics(created).all());
  }

  private static void alter(Admin admin, List<TopicDifference> differences) {
    Map<ConfigResource, List<AlterConfigOp>> changes =
        differences.stream()
            .filter(OtherSetting.class::isInstance)
            .map(OtherSetting.class::cast)
            .collect(
                Collectors.groupingBy(
                    setting -> new ConfigResource(ConfigResource.Type.TOPIC, setting.topic()),
                    Collectors.mapping(TopicAdmin::change, Collectors.toList())));
    Answers.of(admin.incrementalAlterConfigs(Map.copyOf(changes)).all());
  }

  private static AlterConfigOp change(OtherSetting setting) {
    return new AlterConfigOp(
        new ConfigEntry(setting.name(), setting.wanted()), AlterConfigOp.OpType.SET);
  }

  private static void awaitEveryPartition(Admin admin, Topics topics) {
    Map<TopicPartition, OffsetSpec> ends =
        topics.all().stream()
            .flatMap(topic -> partitionsOf(topic).stream())
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    if (!Deadline.await(ANSWERS_WITHIN, () -> Answers.succeeds(admin.listOffsets(ends).all()))) {
      throw new OperationException(
          "Not every partition answered within " + ANSWERS_WITHIN.toSeconds() + " s");
    }
  }

  private static List<TopicPartition> partitionsOf(TopicDeclaration topic) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (int partition = 0; partition < topic.partitions(); partition++) {
      partitions.add(new TopicPartition(topic.name(), partition));
    }
    return partitions;
  }
}
