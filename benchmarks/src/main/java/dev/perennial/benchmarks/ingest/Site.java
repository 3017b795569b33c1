package dev.perennial.benchmarks.ingest;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.FreshTopics;
import dev.perennial.backends.Progress;
import dev.perennial.contracts.control.ApiKey;
import dev.perennial.contracts.control.ApiKeyToken;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;

/** What ingest needs: a broker (in this process), Redis and MongoDB with a key (in their own). */
final class Site implements AutoCloseable {

  static final String TENANT = "acme";
  static final String PRODUCER_TOPIC = "producer-perf-test";

  private static final Instant PAST = Instant.parse("2020-01-01T00:00:00Z");

  private final Path folder;
  private final Thread emptying;
  private final Backends backends;
  private final Admin admin;
  private final RedisClient redis;
  private final String key;

  private Site(Path folder, Thread emptying, Backends backends) {
    this.folder = folder;
    this.emptying = emptying;
    this.backends = backends;
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    this.redis = RedisClient.create(backends.redis().uri());
    this.key = newKey();
  }

  static Site open() throws IOException {
    Path folder = Files.createTempDirectory("perennial-benchmark");
    Thread emptying = new Thread(() -> empty(folder));
    Runtime.getRuntime().addShutdownHook(emptying);
    Backends backends = new Backends(folder, Progress.SILENT);
    try {
      backends.start(Backend.KAFKA, Backend.MONGODB, Backend.REDIS);
      Site site = new Site(folder, emptying, backends);
      site.keepNoIdsOnDisk();
      site.makeTopics();
      return site;
    } catch (RuntimeException failure) {
      backends.close();
      throw failure;
    }
  }

  /** What the index holds may be lost (ADR 0019); writing it again and again would be measured. */
  private void keepNoIdsOnDisk() {
    redis.sendCommand(Protocol.Command.CONFIG, "SET", "appendonly", "no");
  }

  private void makeTopics() {
    FreshTopics.make(
        bootstrapServers(),
        Stream.of(Topics.SUBSCRIPTION_EVENTS, Topics.REFERENCE_DATA, PRODUCER_TOPIC)
            .map(name -> new NewTopic(name, Topics.DEFAULT_PARTITIONS, (short) 1))
            .toList());
  }

  private String newKey() {
    ApiKeyToken token = ApiKeyToken.generate(new SecureRandom());
    try (MongoClient mongodb = MongoClients.create(backends.mongodb().uri())) {
      mongodb
          .getDatabase(ControlDatabase.NAME)
          .getCollection(ControlDatabase.API_KEYS)
          .insertOne(
              ApiKey.of(token, TENANT, "benchmark", Set.of(Scope.EVENTS_WRITE), PAST).toDocument());
    }
    return token.text();
  }

  Path folder() {
    return folder;
  }

  String bootstrapServers() {
    return backends.kafka().bootstrapServers();
  }

  /** A secret. */
  String key() {
    return key;
  }

  /** Where ingest finds all of it, as its environment; not as arguments, which anyone may read. */
  Map<String, String> environment(boolean withRedis) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PERENNIAL_KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
    environment.put("PERENNIAL_MONGODB_URI", backends.mongodb().uri());
    if (withRedis) {
      environment.put("PERENNIAL_REDIS_URI", backends.redis().uri());
    }
    return environment;
  }

  /** How many events were ever written. */
  long events() throws InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int number = 0; number < Topics.DEFAULT_PARTITIONS; number++) {
      latest.put(new TopicPartition(Topics.SUBSCRIPTION_EVENTS, number), OffsetSpec.latest());
    }
    try {
      return admin.listOffsets(latest).all().get().values().stream()
          .mapToLong(end -> end.offset())
          .sum();
    } catch (ExecutionException failure) {
      throw new IllegalStateException("The broker does not say how many events it has", failure);
    }
  }

  /** Some million ids are a few hundred megabytes of memory: each round begins without any. */
  void forgetIds() {
    // While the server frees the memory it would answer nobody, and some millions take seconds.
    redis.sendCommand(Protocol.Command.FLUSHALL, "ASYNC");
  }

  @Override
  public void close() {
    admin.close();
    redis.close();
    backends.close();
    empty(folder);
    Runtime.getRuntime().removeShutdownHook(emptying);
  }

  private static void empty(Path folder) {
    try (Stream<Path> deepestFirst = Files.walk(folder).sorted(Comparator.reverseOrder())) {
      for (Path path : List.copyOf(deepestFirst.toList())) {
        Files.deleteIfExists(path);
      }
    } catch (IOException stillInUse) {
      System.err.println("Left behind: " + folder);
    }
  }
}
