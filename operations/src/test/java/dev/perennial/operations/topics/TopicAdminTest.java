package dev.perennial.operations.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.operations.OperationException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithBackends(Backend.KAFKA)
class TopicAdminTest {

  /** Topics cannot be renamed for a test, so each test has an epoch of its own. */
  private static final AtomicInteger EPOCHS = new AtomicInteger();

  private final Admin admin;
  private final Topics topics = new Topics(2, EPOCHS.incrementAndGet());
  private final String subscriptions = topics.projection(Projection.SUBSCRIPTIONS);

  TopicAdminTest(Backends backends) {
    admin = Admin.create(Map.of("bootstrap.servers", (Object) backends.kafka().bootstrapServers()));
  }

  @BeforeEach
  void apply() {
    TopicAdmin.apply(admin, topics, 1, 1);
  }

  @AfterEach
  void close() {
    admin.close();
  }

  @Test
  void everyPartitionShouldAnswerAsSoonAsTheTopicsAreApplied() {
    assertThat(Answers.of(admin.listTopics().names()))
        .containsAll(topics.all().stream().map(topic -> topic.name()).toList());
    var ends =
        Map.of(
            new TopicPartition(subscriptions, 0), OffsetSpec.latest(),
            new TopicPartition(subscriptions, 1), OffsetSpec.latest());
    assertThat(Answers.of(admin.listOffsets(ends).all())).hasSize(2);
  }

  @Test
  void shouldDoNothingASecondTime() {
    assertThat(TopicAdmin.apply(admin, topics, 1, 1)).isEmpty();
    assertThat(TopicAdmin.check(admin, topics, 1, 1)).isEmpty();
  }

  @Test
  void shouldSetWhatEveryTopicHas() {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, subscriptions);
    var settings =
        Objects.requireNonNull(
            Answers.of(admin.describeConfigs(List.of(resource)).all()).get(resource));
    assertThat(settings.get("message.timestamp.type").value()).isEqualTo("LogAppendTime");
    assertThat(settings.get("cleanup.policy").value()).isEqualTo("compact");
    assertThat(settings.get("min.insync.replicas").value()).isEqualTo("1");
    assertThat(settings.get("unclean.leader.election.enable").value()).isEqualTo("false");
  }

  @Test
  void shouldPutBackASettingThatWasAltered() {
    alter("retention.ms", "1000", topics.projection(Projection.RECEIPTS));

    String done =
        "set retention.ms=2592000000 on topic %s (was 1000)"
            .formatted(topics.projection(Projection.RECEIPTS));
    assertThat(TopicAdmin.apply(admin, topics, 1, 1)).containsExactly(done);
    assertThat(TopicAdmin.check(admin, topics, 1, 1)).isEmpty();
  }

  @Test
  void shouldSayWhichTopicIsMissing() {
    Answers.of(admin.deleteTopics(List.of(subscriptions)).all());
    assertThat(TopicAdmin.check(admin, topics, 1, 1))
        .extracting(TopicDifference::text)
        .containsExactly("topic " + subscriptions + " is missing");
  }

  @Test
  void shouldRefuseAnotherNumberOfPartitionsAndDoNothing() {
    var wider = new Topics(3, topics.epoch());
    alter("retention.ms", "1000", topics.projection(Projection.RECEIPTS));

    assertThatThrownBy(() -> TopicAdmin.apply(admin, wider, 1, 1))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("topic " + subscriptions + " has 2 partitions instead of 3");
    assertThat(TopicAdmin.check(admin, topics, 1, 1)).hasSize(1);
  }

  @Test
  void shouldRefuseAnotherReplication() {
    assertThatThrownBy(() -> TopicAdmin.apply(admin, topics, 3, 2))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("topic " + subscriptions + " has 1 replicas instead of 3");
  }

  @Test
  void shouldLeaveMinInsyncToTheClusterWhereItIsNotGiven() {
    assertThat(TopicAdmin.wanted(topics, 1, null))
        .allSatisfy(topic -> assertThat(topic.settings()).doesNotContainKey("min.insync.replicas"));
  }

  private void alter(String setting, String value, String topic) {
    Answers.of(
        admin
            .incrementalAlterConfigs(
                Map.of(
                    new ConfigResource(ConfigResource.Type.TOPIC, topic),
                    List.of(
                        new AlterConfigOp(
                            new ConfigEntry(setting, value), AlterConfigOp.OpType.SET))))
            .all());
  }
}
