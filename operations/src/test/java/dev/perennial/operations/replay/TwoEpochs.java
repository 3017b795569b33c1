package dev.perennial.operations.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.perennial.backends.ConnectWorker;
import dev.perennial.backends.KafkaBroker;
import dev.perennial.backends.MongoServer;
import dev.perennial.backends.RedisServer;
import dev.perennial.contracts.projection.DocumentJson;
import dev.perennial.contracts.projection.Watermark;
import dev.perennial.contracts.topic.ProcessorGroup;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.operations.collections.CollectionAdmin;
import dev.perennial.operations.command.OperatorDesk;
import dev.perennial.operations.connect.ConnectorAdmin;
import dev.perennial.operations.connect.ConnectorSecrets;
import dev.perennial.operations.topics.TopicAdmin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;

/**
 * Real servers and sinks with epoch 1 on them; what processors would write and commit, a test does.
 */
final class TwoEpochs implements AutoCloseable {

  static final int PARTITIONS = 2;
  static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  final MongoClient mongodb;
  final RedisClient redis;
  final Admin admin;
  final OperatorDesk desk = new OperatorDesk();
  private final KafkaBroker broker;
  private final MongoServer mongoServer;
  private final RedisServer redisServer;
  private final ConnectWorker worker;
  private final Path secrets;
  private final KafkaProducer<byte[], byte[]> producer;
  private final ConnectorAdmin connectors;

  TwoEpochs(Path folder) {
    broker = KafkaBroker.start(folder.resolve("kafka"));
    mongoServer = MongoServer.start(folder.resolve("mongodb"), (component, message) -> {});
    redisServer = RedisServer.start(folder.resolve("redis"));
    mongodb = MongoClients.create(mongoServer.uri());
    redis = RedisClient.create(redisServer.uri());
    Map<String, Object> place = Map.of("bootstrap.servers", broker.bootstrapServers());
    admin = Admin.create(place);
    producer = new KafkaProducer<>(place, new ByteArraySerializer(), new ByteArraySerializer());
    secrets = folder.resolve("secrets.properties");
    ConnectorSecrets.write(secrets, mongoServer.uri(), redisServer.uri());
    Path plugins = Path.of(System.getProperty("perennial.home"), "connectors/target/plugins");
    worker =
        ConnectWorker.start(
            folder.resolve("worker"), broker.bootstrapServers(), plugins, List.of(folder));
    connectors = new ConnectorAdmin(worker.restUri());
    TopicAdmin.apply(admin, new Topics(PARTITIONS, 1), 1, 1);
    CollectionAdmin.apply(mongodb, 1);
    connectors.apply(1, secrets, 1);
    connectors.waitUntilRunning(1, Duration.ofSeconds(60));
  }

  /** The exit code of {@code replay ...}; the desk holds what was said. */
  int replay(Instant at, String... arguments) {
    List<String> all = new ArrayList<>(List.of("replay"));
    all.addAll(List.of(arguments));
    all.addAll(
        List.of(
            "--kafka=" + broker.bootstrapServers(),
            "--mongodb=" + mongoServer.uri(),
            "--redis=" + redisServer.uri(),
            "--connect=" + worker.restUri(),
            "--operator=ada"));
    return desk.run(at, all);
  }

  int replay(String... arguments) {
    return replay(NOW, arguments);
  }

  int start(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "start", "--secrets=" + secrets, "--partitions=" + PARTITIONS, "--replication=1"));
    arguments.addAll(List.of(more));
    return replay(arguments.toArray(String[]::new));
  }

  void send(String topic, int partition) {
    producer.send(new ProducerRecord<>(topic, partition, new byte[1], new byte[1]));
    producer.flush();
  }

  /** As the processors of an epoch commit; of all partitions of the topic. */
  void commit(int epoch, String topic, long offset) throws Exception {
    for (int partition = 0; partition < PARTITIONS; partition++) {
      admin
          .alterConsumerGroupOffsets(
              new ProcessorGroup(epoch).id(),
              Map.of(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)))
          .all()
          .get();
    }
  }

  /** What an epoch's processors say at a tick, down every projection topic. */
  void watermarks(int epoch, long offset, Instant tick) {
    for (int partition = 0; partition < PARTITIONS; partition++) {
      for (Projection projection : Projection.values()) {
        Watermark mark = new Watermark(projection, partition, offset, tick, tick);
        var document =
            DocumentJson.stamped(
                mark.id(), mark.content(), tick.getEpochSecond() * epoch, partition);
        producer.send(
            new ProducerRecord<>(
                new Topics(PARTITIONS, epoch).projection(projection),
                partition,
                mark.id().getBytes(UTF_8),
                DocumentJson.encode(document).getBytes(UTF_8)));
      }
    }
    producer.flush();
  }

  /** A member of an epoch's processors, until it is closed. */
  Consumer<byte[], byte[]> running(int epoch) {
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
    member.subscribe(List.of(Topics.SUBSCRIPTION_EVENTS));
    while (member.assignment().isEmpty()) {
      member.poll(Duration.ofMillis(100));
    }
    return member;
  }

  @Nullable Document epochs(String id) {
    return mongodb
        .getDatabase("control")
        .getCollection("epochs")
        .find(new Document("_id", id))
        .first();
  }

  int serving() {
    return Objects.requireNonNull(epochs("serving")).getInteger("epoch");
  }

  List<String> audit() {
    return mongodb
        .getDatabase("control")
        .getCollection("replayAudit")
        .find()
        .sort(new Document("_id", 1))
        .map(
            entry ->
                entry.getString("action")
                    + " "
                    + entry.getInteger("epoch")
                    + " "
                    + entry.getString("operator"))
        .into(new ArrayList<>());
  }

  List<String> connectorsOf(int epoch) {
    return connectors.namesOf(epoch);
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
    worker.close();
    redis.close();
    mongodb.close();
    redisServer.close();
    mongoServer.close();
    broker.close();
  }
}
