package dev.perennial.notifier;

import dev.perennial.backends.Backends;
import dev.perennial.backends.FreshTopics;
import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.alert.AlertCodec;
import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The notifier's surroundings: topics, settings, and a hand on the alerts topic. */
public final class NotifierFixture implements AutoCloseable {

  public static final int PARTITIONS = 3;
  static final String ENCRYPTION_KEY = Base64.getEncoder().encodeToString(new byte[32]);

  private final Backends backends;
  private final KafkaProducer<byte[], byte[]> producer;

  public NotifierFixture(Backends backends) {
    this.backends = backends;
    createTopics();
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers(), "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  public String bootstrapServers() {
    return backends.kafka().bootstrapServers();
  }

  /** Everything a notifier must be told, with short waits. */
  public Map<String, Object> settings(int mailPort) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("perennial.kafka.bootstrap-servers", bootstrapServers());
    settings.put("perennial.mongodb.uri", backends.mongodb().uri());
    settings.put("perennial.partitions", PARTITIONS);
    settings.put("perennial.notifier.encryption-key", ENCRYPTION_KEY);
    settings.put("perennial.notifier.poll-interval", "200ms");
    settings.put("perennial.notifier.backoff", "200ms");
    settings.put("perennial.notifier.mail.host", "127.0.0.1");
    settings.put("perennial.notifier.mail.port", mailPort);
    settings.put("perennial.notifier.mail.from", "Perennial <alerts@perennial.example>");
    settings.put("perennial.notifier.mail.timeout", "3s");
    settings.put("server.port", 0);
    settings.put("server.address", "127.0.0.1");
    settings.put("management.server.port", 0);
    return settings;
  }

  /** Returns when the broker has it. */
  public void publish(AlertMessage alert) {
    var key = CompositeKey.of(alert.subscriber()).getBytes(StandardCharsets.UTF_8);
    publish(key, AlertCodec.encode(alert), AlertCodec.headers(alert));
  }

  public void publish(byte[] key, byte[] value, Headers headers) {
    try {
      producer.send(new ProducerRecord<>(Topics.ALERTS, null, key, value, headers)).get();
    } catch (ExecutionException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Takes a group that nobody is in back to the beginning of a topic. */
  void rewind(String topic, String group) {
    Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      beginning.put(new TopicPartition(topic, partition), new OffsetAndMetadata(0));
    }
    try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      admin.alterConsumerGroupOffsets(group, beginning).all().get();
    } catch (ExecutionException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private void createTopics() {
    FreshTopics.make(
        bootstrapServers(),
        new Topics(PARTITIONS, 1)
            .all().stream()
                .filter(
                    topic -> topic.name().startsWith("alerts") || topic.name().equals("deliveries"))
                .map(
                    topic ->
                        new NewTopic(topic.name(), topic.partitions(), (short) 1)
                            .configs(topic.config()))
                .toList());
  }

  @Override
  public void close() {
    producer.close();
  }
}
