package dev.perennial.operations.topics;

import dev.perennial.contracts.topic.TopicDeclaration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/**
 * A declared topic with what every topic of ours has.
 *
 * @param settings sorted by name, so that they are listed and compared in one order
 */
public record WantedTopic(
    String name, int partitions, int replication, Map<String, String> settings) {

  static WantedTopic of(TopicDeclaration declaration, int replication, @Nullable Integer insync) {
    Map<String, String> settings = new TreeMap<>(declaration.config());
    // An event of two years ago must neither be swept at once nor move the stream's time.
    settings.put("message.timestamp.type", "LogAppendTime");
    // A replica that lags must not become the leader: it would lose what a 202 promised.
    settings.put("unclean.leader.election.enable", "false");
    if (insync != null) {
      settings.put("min.insync.replicas", insync.toString());
    }
    return new WantedTopic(declaration.name(), declaration.partitions(), replication, settings);
  }

  NewTopic asNewTopic() {
    return new NewTopic(name, Optional.of(partitions), Optional.of((short) replication))
        .configs(settings);
  }
}
