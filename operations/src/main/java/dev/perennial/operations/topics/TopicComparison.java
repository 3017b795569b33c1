package dev.perennial.operations.topics;

import dev.perennial.operations.topics.TopicDifference.Missing;
import dev.perennial.operations.topics.TopicDifference.OtherPartitions;
import dev.perennial.operations.topics.TopicDifference.OtherReplication;
import dev.perennial.operations.topics.TopicDifference.OtherSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** What is on the cluster, against what should be. */
final class TopicComparison {

  private final Admin admin;

  TopicComparison(Admin admin) {
    this.admin = admin;
  }

  List<TopicDifference> differences(List<WantedTopic> wanted) {
    Set<String> present = Answers.of(admin.listTopics().names());
    List<String> names = wanted.stream().map(WantedTopic::name).filter(present::contains).toList();
    Map<String, TopicDescription> descriptions =
        Answers.of(admin.describeTopics(names).allTopicNames());
    Map<ConfigResource, Config> settings =
        Answers.of(
            admin.describeConfigs(names.stream().map(TopicComparison::resource).toList()).all());
    List<TopicDifference> differences = new ArrayList<>();
    for (WantedTopic topic : wanted) {
      TopicDescription description = descriptions.get(topic.name());
      if (description == null) {
        differences.add(new Missing(topic.name()));
      } else {
        compareShape(topic, description, differences);
        compareSettings(
            topic, Objects.requireNonNull(settings.get(resource(topic.name()))), differences);
      }
    }
    return differences;
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static void compareShape(
      WantedTopic topic, TopicDescription found, List<TopicDifference> differences) {
    int partitions = found.partitions().size();
    if (partitions != topic.partitions()) {
      differences.add(new OtherPartitions(topic.name(), topic.partitions(), partitions));
    }
    int replication = found.partitions().getFirst().replicas().size();
    if (replication != topic.replication()) {
      differences.add(new OtherReplication(topic.name(), topic.replication(), replication));
    }
  }

  private static void compareSettings(
      WantedTopic topic, Config found, List<TopicDifference> differences) {
    topic
        .settings()
        .forEach(
            (name, value) -> {
              ConfigEntry entry = found.get(name);
              String present = entry == null ? "" : Objects.requireNonNullElse(entry.value(), "");
              if (!present.equals(value)) {
                differences.add(new OtherSetting(topic.name(), name, value, present));
              }
            });
  }
}
