package dev.perennial.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaClusterTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;

  @Test
  void acknowledgesWithTwoOfThreeAndIsWholeAgainAfterARestart() throws Exception {
    try (var cluster = KafkaCluster.start(folder);
        var producer = producer(cluster.bootstrapServers())) {
      createLetters(cluster.bootstrapServers());
      producer.send(letter("three")).get();

      cluster.node(1).kill();
      assertThat(acknowledgedIn(PATIENCE, producer, "two")).isTrue();

      cluster.node(1).restart();
      cluster.awaitAll();
      assertThat(acknowledgedIn(PATIENCE, producer, "three again")).isTrue();
    }
  }

  private static boolean acknowledgedIn(
      Duration limit, Producer<String, String> producer, String text) {
    return Waiting.until(
        limit,
        () -> {
          try {
            producer.send(letter(text)).get();
            return true;
          } catch (ExecutionException notYet) {
            return false;
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
          }
        });
  }

  private static ProducerRecord<String, String> letter(String text) {
    return new ProducerRecord<>("letters", 0, null, text);
  }

  private static void createLetters(String address) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
      admin.createTopics(List.of(new NewTopic("letters", 1, (short) 3))).all().get();
    }
  }

  private static Producer<String, String> producer(String address) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            address,
            "acks",
            "all",
            "max.block.ms",
            "5000",
            "request.timeout.ms",
            "2000",
            "linger.ms",
            "0",
            "delivery.timeout.ms",
            "5000"),
        new StringSerializer(),
        new StringSerializer());
  }
}
