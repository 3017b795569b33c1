package dev.perennial.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTest {
  private static final TopicPartition LETTERS = new TopicPartition("letters", 0);

  @TempDir Path folder;

  @Test
  void restartsWithItsDataOnTheSamePort() throws Exception {
    try (var broker = KafkaBroker.start(folder)) {
      var address = broker.bootstrapServers();
      createLetters(address);
      write(address, "first");
      broker.stop();
      assertThat(FreePorts.isFree(portOf(address))).isTrue();

      broker.restart();

      assertThat(broker.bootstrapServers()).isEqualTo(address);
      assertThat(firstLetter(address)).isEqualTo("first");
    }
  }

  @Test
  void findsItsDataOnAnotherPort() throws Exception {
    try (var broker = KafkaBroker.start(folder)) {
      createLetters(broker.bootstrapServers());
      write(broker.bootstrapServers(), "first");
    }
    try (var broker = KafkaBroker.start(folder)) {
      assertThat(firstLetter(broker.bootstrapServers())).isEqualTo("first");
    }
  }

  @Test
  void keepsWhatItAcknowledgedWhenItsJvmIsKilled() throws Exception {
    var launcher = JavaChild.start(Launcher.class, folder);
    try {
      var address = JavaChild.read(launcher, "kafka at ", 1).getFirst();
      createLetters(address);
      write(address, "first");
    } finally {
      launcher.destroyForcibly().waitFor();
    }

    try (var broker = KafkaBroker.start(folder)) {
      assertThat(firstLetter(broker.bootstrapServers())).isEqualTo("first");
    }
  }

  @Test
  void makesNoTopicByItself() {
    try (var broker = KafkaBroker.start(folder);
        var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      var described = admin.describeTopics(List.of("never-made")).allTopicNames();

      assertThatThrownBy(described::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }
  }

  @Test
  void saysWhyItDoesNotStart() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> KafkaBroker.start(folder, taken.getLocalPort()))
          .isInstanceOf(StartupFailure.class)
          .hasMessageContaining("kafka did not start")
          .hasMessageContaining(Integer.toString(taken.getLocalPort()));
    }
  }

  private static void createLetters(String address) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
      admin.createTopics(List.of(new NewTopic("letters", 1, (short) 1))).all().get();
    }
  }

  private static void write(String address, String value) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", address, "acks", "all"),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>("letters", value)).get();
    }
  }

  private static String firstLetter(String address) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", address),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(LETTERS));
      consumer.seekToBeginning(List.of(LETTERS));
      return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
    }
  }

  private static int portOf(String address) {
    return Integer.parseInt(address.substring(address.indexOf(':') + 1));
  }

  static final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) throws InterruptedException {
      System.out.println("kafka at " + KafkaBroker.start(Path.of(arguments[0])).bootstrapServers());
      Thread.currentThread().join();
    }
  }
}
