package dev.perennial.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.perennial.backends.Backends;
import dev.perennial.backends.MailServer;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.domain.SubscriberKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service inside the test's JVM, on real backends, and what a test looks at from outside. */
final class RunningNotifier implements AutoCloseable {

  /** For a machine that is busy with other builds. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final NotifierFixture fixture;
  final ConfigurableApplicationContext service;
  final DestinationApi api;
  final MailServer mail;
  private final TopicReader deliveries;
  private final MongoClient client;

  RunningNotifier(Backends backends) {
    this(backends, Map.of());
  }

  RunningNotifier(Backends backends, Map<String, Object> more) {
    Awaitility.setDefaultTimeout(PATIENCE);
    fixture = new NotifierFixture(backends);
    mail = backends.mail();
    Map<String, Object> settings = fixture.settings(mail.port());
    settings.putAll(more);
    service = SpringApplication.run(Notifier.class, arguments(settings));
    api = DestinationApi.of(service);
    client = MongoClients.create(backends.mongodb().uri());
    deliveries = new TopicReader(fixture.bootstrapServers(), Topics.DELIVERIES);
  }

  private static String[] arguments(Map<String, Object> settings) {
    return settings.entrySet().stream()
        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
        .toArray(String[]::new);
  }

  MongoDatabase database() {
    return client.getDatabase("notifier");
  }

  /** A subscriber that no other test knows. */
  TestSubscriber newSubscriber() {
    return new TestSubscriber(this, new SubscriberKey(api.tenantId(), "s" + UUID.randomUUID()));
  }

  /** One that a notifier before this one knew. */
  TestSubscriber again(TestSubscriber subscriber) {
    return new TestSubscriber(this, subscriber.key());
  }

  /** A published revision, and the partition it was found in. */
  record Published(Document document, int partition) {}

  /** Everything published about a row so far, in order. */
  List<Published> published(String rowId) {
    return deliveries.records().stream()
        .filter(record -> new String(record.key(), UTF_8).equals(rowId))
        .map(
            record ->
                new Published(
                    Document.parse(new String(record.value(), UTF_8)), record.partition()))
        .toList();
  }

  /** The next notifier reads all alerts again, from the first one on; none may be running. */
  void readAgainFromTheBeginning() {
    fixture.rewind(Topics.ALERTS, "perennial-notifier");
  }

  /** Only the service; one can still look at what it left behind. */
  void stopService() {
    service.close();
  }

  @Override
  public void close() {
    deliveries.close();
    api.close();
    service.close();
    fixture.close();
    client.close();
  }
}
