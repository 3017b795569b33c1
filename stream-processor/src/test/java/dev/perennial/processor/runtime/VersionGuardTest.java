package dev.perennial.processor.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.FreshTopics;
import dev.perennial.backends.TestNames;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.contracts.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@WithBackends(Backend.KAFKA)
class VersionGuardTest {

  /** An epoch of this test's own: the broker is shared. */
  private static final Topics TOPICS = new Topics(2, 77);

  @Test
  void documentsWithoutTheirCounterRefuseTheStart(Backends backends, TestNames names)
      throws Exception {
    Map<String, Object> broker = Map.of("bootstrap.servers", backends.kafka().bootstrapServers());
    String changelog = names.topic("partition-changelog");
    VersionGuard guard = new VersionGuard(TOPICS, changelog);
    try (Admin admin = Admin.create(broker);
        var producer =
            new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer())) {
      create(backends, Stream.of(Projection.values()).map(TOPICS::projection).toList());
      assertThatCode(() -> guard.check(admin)).doesNotThrowAnyException();

      write(producer, TOPICS.projection(Projection.PAYMENTS));
      assertThatThrownBy(() -> guard.check(admin))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("[1]");

      create(backends, List.of(changelog));
      assertThatThrownBy(() -> guard.check(admin)).isInstanceOf(IllegalStateException.class);

      write(producer, changelog);
      assertThatCode(() -> guard.check(admin)).doesNotThrowAnyException();
    }
  }

  private static void create(Backends backends, List<String> names) {
    FreshTopics.make(
        backends.kafka().bootstrapServers(),
        names.stream().map(name -> new NewTopic(name, TOPICS.partitions(), (short) 1)).toList());
  }

  private static void write(KafkaProducer<String, String> producer, String topic) throws Exception {
    producer.send(new ProducerRecord<>(topic, 1, "key", "value")).get(30, TimeUnit.SECONDS);
  }
}
