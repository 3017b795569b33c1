package dev.perennial.standalone.platform;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.perennial.backends.ConnectWorker;
import dev.perennial.backends.KafkaBroker;
import dev.perennial.backends.MailServer;
import dev.perennial.backends.MongoServer;
import dev.perennial.backends.Progress;
import dev.perennial.backends.RedisServer;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.operations.collections.CollectionAdmin;
import dev.perennial.operations.connect.ConnectorAdmin;
import dev.perennial.operations.connect.ConnectorSecrets;
import dev.perennial.operations.connect.ConnectorSupervisor;
import dev.perennial.operations.topics.TopicAdmin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import redis.clients.jedis.RedisClient;

/** Starts every part as soon as those are ready that it needs. */
final class Assembly {
  static final String SECRETS = "secrets/connectors/sinks.properties";

  private static final Duration CONNECTORS_RUN_WITHIN = Duration.ofSeconds(90);
  private static final Duration SUPERVISED_EVERY = Duration.ofSeconds(5);

  /** Each sink has one task: on one machine more would only wait for each other. */
  private static final int TASKS = 1;

  private final Path home;
  private final Path data;
  private final PlatformOptions options;
  private final Startup startup;
  private final Progress progress;

  private final CompletableFuture<KafkaBroker> kafka;
  private final CompletableFuture<MongoServer> mongoServer;
  private final CompletableFuture<RedisServer> redisServer;
  private final CompletableFuture<MailServer> mail;
  private final CompletableFuture<MongoClient> mongodb;
  private final CompletableFuture<Admin> admin;

  Assembly(Path home, Path data, PlatformOptions options, Progress progress) {
    this.home = home;
    this.data = data;
    this.options = options;
    this.progress = progress;
    this.startup = new Startup(progress);
    this.kafka = startup.part("kafka", () -> KafkaBroker.start(data.resolve("kafka")));
    this.mongoServer =
        startup.part("mongodb", () -> MongoServer.start(data.resolve("mongodb"), progress));
    this.redisServer = startup.part("redis", () -> RedisServer.start(data.resolve("redis")));
    this.mail = startup.part("mail", () -> MailServer.start(data.resolve("mail")));
    this.mongodb = mongoServer.thenApply(server -> MongoClients.create(server.uri()));
    this.admin = kafka.thenApply(Assembly::admin);
  }

  Parts assemble() {
    var topics = startup.part("topics", this::applyTopics, admin);
    var tenancy = startup.part("collections", this::applyCollections, mongodb);
    var mailApi = mail.thenApply(server -> new MailApi(server::received));
    var connect = startup.part("connect", this::startConnect, kafka, mongodb, redisServer);
    var supervisor =
        startup.part("connectors", () -> applyConnectors(connect.join()), connect, topics, tenancy);
    Map<Service, CompletableFuture<ServiceProcess>> services = new EnumMap<>(Service.class);
    for (Service each : Service.values()) {
      services.put(
          each,
          startup.part(
              each.module(),
              () -> startService(each, mailApi.join()),
              topics,
              tenancy,
              redisServer,
              mailApi));
    }
    startup.await();
    Map<Service, ServiceProcess> running = new EnumMap<>(Service.class);
    services.forEach((service, process) -> running.put(service, process.join()));
    return new Parts(
        kafka.join(),
        admin.join(),
        mongoServer.join(),
        mongodb.join(),
        redisServer.join(),
        RedisClient.create(redisServer.join().uri()),
        mail.join(),
        mailApi.join(),
        connect.join(),
        supervisor.join(),
        tenancy.join(),
        running);
  }

  private static Admin admin(KafkaBroker broker) {
    return Admin.create(
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()));
  }

  private List<String> applyTopics() {
    return TopicAdmin.apply(admin.join(), Topics.ofEpoch(options.epoch()), 1, null);
  }

  private Tenancy applyCollections() {
    CollectionAdmin.apply(mongodb.join(), options.epoch());
    return Tenancy.establish(
        mongodb.join(), options.tenantId(), options.clock(), data.resolve("secrets/api-key"));
  }

  /** The secrets come first: the tasks of an earlier run start with the worker. */
  private ConnectWorker startConnect() throws IOException {
    Files.createDirectories(secrets().getParent());
    ConnectorSecrets.write(secrets(), mongoServer.join().uri(), redisServer.join().uri());
    return ConnectWorker.start(
        data.resolve("connect"),
        kafka.join().bootstrapServers(),
        home.resolve("connectors/target/plugins"),
        List.of(secrets().getParent()));
  }

  private Path secrets() {
    return data.resolve(SECRETS);
  }

  private ConnectorSupervisor applyConnectors(ConnectWorker worker) {
    ConnectorAdmin connectors = new ConnectorAdmin(worker.restUri());
    connectors.apply(options.epoch(), secrets(), TASKS);
    connectors.waitUntilRunning(options.epoch(), CONNECTORS_RUN_WITHIN);
    ConnectorSupervisor supervisor = new ConnectorSupervisor(connectors, options.clock());
    supervisor.start(SUPERVISED_EVERY);
    return supervisor;
  }

  private Path folderOf(Service service) {
    return service == Service.STREAM_PROCESSOR
        ? ServiceSettings.processorFolder(data, options.epoch())
        : data.resolve(service.module());
  }

  private ServiceProcess startService(Service service, MailApi mailApi) {
    ServiceSettings settings =
        new ServiceSettings(
            kafka.join().bootstrapServers(),
            mongoServer.join().uri(),
            redisServer.join().uri(),
            mail.join().port(),
            mailApi.url(),
            data,
            options);
    progress.report(service.module(), "starting");
    ServiceProcess process =
        new ServiceProcess(service, home, folderOf(service), options, settings.of(service));
    try {
      process.start();
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
    return process;
  }
}
