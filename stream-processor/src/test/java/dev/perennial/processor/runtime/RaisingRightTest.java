package dev.perennial.processor.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.backends.FreshTopics;
import dev.perennial.backends.KafkaBroker;
import dev.perennial.contracts.topic.ProcessorGroup;
import dev.perennial.contracts.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker of its own: it looks at every processors' group there is. */
class RaisingRightTest {

  private static final int PARTITIONS = 2;

  private final KafkaBroker broker;
  private final Map<String, Object> place;
  private final Admin admin;

  RaisingRightTest(@TempDir Path folder) {
    broker = KafkaBroker.start(folder);
    place = Map.of("bootstrap.servers", broker.bootstrapServers());
    admin = Admin.create(place);
  }

  @BeforeEach
  void topics() {
    FreshTopics.make(
        broker.bootstrapServers(),
        Stream.of(Topics.SUBSCRIPTION_EVENTS, Topics.ALERTS)
            .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
            .toList());
  }

  @AfterEach
  void close() {
    admin.close();
    broker.close();
  }

  @Test
  void theFirstEpochShouldRaiseAndGoOnRaising() throws Exception {
    rightOf(1).takeUp();
    commit(1, Topics.SUBSCRIPTION_EVENTS, 1);
    raise(3);

    assertThatCode(() -> rightOf(1).takeUp()).doesNotThrowAnyException();
    assertThatThrownBy(() -> rightOf(1).layDown()).hasMessageContaining("Epoch 1 raises");
  }

  @Test
  void anEpochWithoutStateShouldNotRaiseWhatWasRaisedBefore() throws Exception {
    raise(1);

    assertThatThrownBy(() -> rightOf(2).takeUp())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("start it with perennial.processor.replay=true first");
    assertThatCode(() -> rightOf(2).layDown()).doesNotThrowAnyException();
  }

  @Test
  void anEpochShouldTakeOverOnlyOnceItHasReadEveryAlert() throws Exception {
    commit(1, Topics.SUBSCRIPTION_EVENTS, 1);
    raise(2);
    rightOf(2).layDown();
    rightOf(2).layDown();

    assertThatThrownBy(() -> rightOf(2).takeUp())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has not read 2 records of alerts");
    assertThatCode(() -> rightOf(1).takeUp()).doesNotThrowAnyException();

    // The transactions' marks behind the last records are not committed, and need not be.
    commit(2, Topics.ALERTS, 3);
    assertThatCode(() -> rightOf(2).takeUp()).doesNotThrowAnyException();
    commit(2, Topics.SUBSCRIPTION_EVENTS, 1);
    raise(1);
    assertThatCode(() -> rightOf(2).takeUp()).doesNotThrowAnyException();
  }

  @Test
  void whoWasRelievedShouldLearnBeforeItRaisesAgain() throws Exception {
    commit(1, Topics.SUBSCRIPTION_EVENTS, 1);
    rightOf(2).layDown();
    rightOf(2).takeUp();
    commit(2, Topics.SUBSCRIPTION_EVENTS, 1);
    raise(1);

    assertThatThrownBy(() -> rightOf(1).takeUp()).hasMessageContaining("has not read 1 records");
    rightOf(1).layDown();
    commit(1, Topics.ALERTS, 1);
    rightOf(1).takeUp();
    assertThatThrownBy(() -> rightOf(2).takeUp()).hasMessageContaining("has not read 1 records");
  }

  @Test
  void nobodyShouldTakeTheRightFromAnEpochThatRuns() throws Exception {
    commit(1, Topics.SUBSCRIPTION_EVENTS, 1);
    rightOf(2).layDown();
    try (Consumer<byte[], byte[]> running = joined(1)) {
      assertThatThrownBy(() -> rightOf(2).takeUp())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("epoch [1] run and raise alerts: stop them first");
      assertThatThrownBy(() -> groups().haveLearn(1)).hasMessageContaining("started meanwhile");
    }
    assertThatCode(() -> rightOf(2).takeUp()).doesNotThrowAnyException();
  }

  @Test
  void anEpochShouldNotRaiseWhileAnotherInstanceOfItReplays() throws Exception {
    rightOf(2).layDown();
    try (Consumer<byte[], byte[]> running = joined(2)) {
      assertThatThrownBy(() -> rightOf(2).takeUp())
          .hasMessageContaining("still run in replay mode");
    }
    assertThatCode(() -> rightOf(2).takeUp()).doesNotThrowAnyException();
  }

  @Test
  void anEpochThatJustBeganToRunShouldCountAsRaising() throws Exception {
    try (Consumer<byte[], byte[]> running = joined(1)) {
      assertThatThrownBy(() -> rightOf(2).takeUp()).hasMessageContaining("epoch [1] run");
    }
  }

  private RaisingRight rightOf(int epoch) {
    return new RaisingRight(groups(), new Topics(PARTITIONS, epoch));
  }

  private Groups groups() {
    return new Groups(admin, this::consumer, new Topics(PARTITIONS, 1), Duration.ofMillis(100));
  }

  private Consumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  /** A member of the processors' group, until it is closed. */
  private Consumer<byte[], byte[]> joined(int epoch) {
    var member =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                new ProcessorGroup(epoch).id(),
                "enable.auto.commit",
                "false"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    member.subscribe(List.of(Topics.SUBSCRIPTION_EVENTS, Topics.ALERTS));
    while (member.assignment().isEmpty()) {
      member.poll(Duration.ofMillis(100));
    }
    return member;
  }

  /** In transactions of one alert each, on the first partition. */
  private void raise(int alerts) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "raising");
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      for (int alert = 0; alert < alerts; alert++) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(Topics.ALERTS, 0, new byte[1], new byte[1]));
        producer.commitTransaction();
      }
    }
  }

  private void commit(int epoch, String topic, long offset) throws Exception {
    admin
        .alterConsumerGroupOffsets(
            new ProcessorGroup(epoch).id(),
            Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset)))
        .all()
        .get();
  }
}
