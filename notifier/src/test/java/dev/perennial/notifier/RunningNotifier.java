package dev.perennial.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.perennial.backends.Backends;
import dev.perennial.backends.MailServer;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.domain.SubscriberKey;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service inside the test's JVM, on real backends, and what a test looks at from outside. */
final class RunningNotifier implements AutoCloseable {

  final NotifierFixture fixture;
  final ConfigurableApplicationContext service;
  final DestinationApi api;
  final MailServer mail;
  private final TopicReader deliveries;

  RunningNotifier(Backends backends) {
    fixture = new NotifierFixture(backends);
    mail = backends.mail();
    service =
        new SpringApplicationBuilder(Notifier.class)
            .properties(fixture.settings(mail.port()))
            .run();
    api = DestinationApi.of(service);
    deliveries = new TopicReader(fixture.bootstrapServers(), Topics.DELIVERIES);
  }

  MongoDatabase database() {
    return service.getBean(MongoClient.class).getDatabase("notifier");
  }

  /** A subscriber that no other test knows. */
  TestSubscriber newSubscriber() {
    return new TestSubscriber(this, new SubscriberKey(api.tenantId(), "s" + UUID.randomUUID()));
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

  @Override
  public void close() {
    deliveries.close();
    api.close();
    service.close();
    fixture.close();
  }
}
