package dev.perennial.operations.command;

import dev.perennial.contracts.topic.Topics;
import dev.perennial.operations.topics.TopicAdmin;
import dev.perennial.operations.topics.TopicDifference;
import dev.perennial.operations.topics.WantedTopic;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "topics",
    description = "Kafka's topics, as they are declared.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class TopicsCommand extends CommandGroup {

  /** What the topics are to be. */
  static final class Shape {

    @Mixin private EpochOption epoch = new EpochOption();

    @Mixin private CopiesOptions copies = new CopiesOptions();

    Topics topics() {
      return copies.topics(epoch.epoch());
    }

    int replication() {
      return copies.replication();
    }

    int minInsync() {
      return copies.minInsync();
    }
  }

  @Command(
      name = "apply",
      description = "Creates what is missing, alters settings that differ, waits until all answer.",
      mixinStandardHelpOptions = true)
  void apply(@Mixin KafkaOptions kafka, @Mixin Shape shape, @Mixin AuditOptions audit) {
    audit.operator();
    try (Admin admin = kafka.admin()) {
      List<String> done =
          TopicAdmin.apply(admin, shape.topics(), shape.replication(), shape.minInsync());
      Lines.done(spec(), done);
      audit.enter(clock(), "topics-applied", "epoch " + shape.epoch.epoch(), done);
    }
  }

  @Command(
      name = "check",
      description = "Says how the cluster differs from what is declared; 3 where it does.",
      mixinStandardHelpOptions = true)
  int check(@Mixin KafkaOptions kafka, @Mixin Shape shape) {
    try (Admin admin = kafka.admin()) {
      List<TopicDifference> differences =
          TopicAdmin.check(admin, shape.topics(), shape.replication(), shape.minInsync());
      differences.forEach(each -> out().println(each.text()));
      return differences.isEmpty() ? 0 : Perennial.AMISS;
    }
  }

  @Command(
      name = "list",
      description = "Lists the declared topics; asks no cluster.",
      mixinStandardHelpOptions = true)
  void list(@Mixin Shape shape) {
    for (WantedTopic topic :
        TopicAdmin.wanted(shape.topics(), shape.replication(), shape.minInsync())) {
      out()
          .println(
              "%s partitions=%d replication=%d %s"
                  .formatted(
                      topic.name(), topic.partitions(), topic.replication(), topic.settings()));
    }
  }
}
