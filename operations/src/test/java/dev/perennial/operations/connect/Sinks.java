package dev.perennial.operations.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.perennial.backends.Backends;
import dev.perennial.backends.ConnectWorker;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.operations.collections.CollectionAdmin;
import dev.perennial.operations.topics.TopicAdmin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;

/** All sinks of an epoch on a real worker, set up as an operator does it. */
final class Sinks implements AutoCloseable {

  static final int EPOCH = 1;

  private static final JsonWriterSettings EXTENDED =
      JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

  final ConnectorAdmin connectors;
  final MongoClient mongodb;
  private final Path secrets;
  private final String kafka;
  private final ConnectWorker worker;
  private final KafkaProducer<String, String> producer;

  Sinks(Backends backends, Path folder) {
    kafka = backends.kafka().bootstrapServers();
    mongodb = MongoClients.create(backends.mongodb().uri());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) kafka))) {
      TopicAdmin.apply(admin, new Topics(2, EPOCH), 1, 1);
    }
    CollectionAdmin.apply(mongodb, EPOCH);
    secrets = folder.resolve("secrets.properties");
    ConnectorSecrets.write(secrets, backends.mongodb().uri(), backends.redis().uri());
    Path plugins = Path.of(System.getProperty("perennial.home"), "connectors/target/plugins");
    worker = ConnectWorker.start(folder.resolve("worker"), kafka, plugins, List.of(folder));
    connectors = new ConnectorAdmin(worker.restUri());
    apply();
    connectors.waitUntilRunning(EPOCH, Duration.ofSeconds(60));
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer());
  }

  /** What was done. */
  List<String> apply() {
    return connectors.apply(EPOCH, secrets, 1);
  }

  /** In one partition, so that what comes later is written later. */
  void send(String topic, BsonDocument document) {
    send(topic, document.getString("_id").getValue(), document.toJson(EXTENDED));
  }

  void send(String topic, String key, @Nullable String value) {
    producer.send(new ProducerRecord<>(topic, 0, key, value));
    producer.flush();
  }

  MongoCollection<BsonDocument> collection(String name) {
    return mongodb
        .getDatabase(CollectionAdmin.projections(EPOCH))
        .getCollection(name, BsonDocument.class);
  }

  Optional<BsonDocument> stored(String collection, String id) {
    return Optional.ofNullable(
        collection(collection).find(new BsonDocument("_id", new BsonString(id))).first());
  }

  /** The dead letters of a topic, as far as there are any. */
  List<ConsumerRecord<String, String>> deadLettersOf(String topic) {
    var settings = Map.<String, Object>of("bootstrap.servers", kafka);
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      var partitions =
          IntStream.range(0, Topics.DEAD_LETTER_PARTITIONS)
              .mapToObj(each -> new TopicPartition(Topics.deadLettersOf(topic), each))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> letters = new ArrayList<>();
      while (partitions.stream()
          .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(letters::add);
      }
      return letters;
    }
  }

  static String header(ConsumerRecord<String, String> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }

  /** What the connector has read counts for nothing: it begins again. */
  void resetOffsets(String connector) {
    rest("PUT", connector + "/stop");
    // Refused until its last task is gone.
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> rest("DELETE", connector + "/offsets") == 200);
    rest("PUT", connector + "/resume");
  }

  private int rest(String method, String path) {
    var request =
        HttpRequest.newBuilder(URI.create(worker.restUri() + "/connectors/" + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    producer.close();
    worker.close();
    mongodb.close();
  }
}
