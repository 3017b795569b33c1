package dev.perennial.ingest.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.Scope;
import dev.perennial.ingest.EventsTopic;
import dev.perennial.ingest.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/clients.md says to do works, and copes with what goes wrong on the way. */
@WithBackends({Backend.KAFKA, Backend.MONGODB, Backend.REDIS})
class ClientsPageTest {

  private static final Path FORMER_API = Path.of("src", "test", "python", "former_api.py");

  private static EventsTopic topic;
  private static Service service;
  private static Examples examples;

  @TempDir private Path folder;

  @BeforeAll
  static void start(Backends backends) throws IOException {
    topic = EventsTopic.open(backends.kafka().bootstrapServers());
    service =
        Service.start(
            backends.kafka().bootstrapServers(),
            backends.mongodb().uri(),
            "perennial.redis.uri=" + backends.redis().uri());
    examples = Examples.ofThePage();
  }

  @AfterAll
  static void stop() {
    service.close();
    topic.close();
  }

  @Test
  void everyExampleIsRunByATest() {
    assertThat(examples.byName())
        .containsOnlyKeys(
            "first-event.sh",
            "batch.sh",
            "binary-mode.sh",
            "outcome.sh",
            "file.sh",
            "send_events.py",
            "send_cloudevents.py",
            "SendEvents.java",
            "SendCloudEvents.java");
  }

  @ParameterizedTest
  @CsvSource({
    "first-event.sh, sub-1-started",
    "batch.sh, pay-1 pay-2",
    "file.sh, line-1 line-2 line-3",
    "send_events.py, py-1 py-2",
    "SendEvents.java, java-1 java-2 java-3",
  })
  void theServiceTakesWhatAnExampleSends(String example, String ids) throws Exception {
    run(example, "direct");
    assertThat(idsOf("direct", ids)).containsExactly(ids.split(" "));
  }

  @Test
  void anEventIsSentAndAskedFor() throws Exception {
    run("binary-mode.sh", "asking");
    assertThat(run("outcome.sh", "asking")).contains("\"status\":\"accepted\"");
    assertThat(idsOf("asking", "pay-3")).containsExactly("pay-3");
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    assertThat(run("send_events.py", "wrong")).startsWith("2 id-invalid /subscriberid ");
  }

  @ParameterizedTest
  @CsvSource({
    "first-event.sh, sub-1-started, 1",
    "send_events.py, py-1 py-2, 1",
    "SendEvents.java, java-1 java-2 java-3, 2",
  })
  void anExampleSendsTheSameAgainUntilItIsAnswered(String example, String ids, int requests)
      throws Exception {
    try (Mishaps mishaps = Mishaps.before(service.events())) {
      run(example, new Client(folder, mishaps.url(), client("unlucky").key()));
      assertThat(mishaps.attempts()).hasSize(requests).containsOnly(4);
    }
    assertThat(idsOf("unlucky", ids))
        .as("the second is a duplicate")
        .containsExactly(ids.split(" "));
  }

  @Test
  void theSdksSayTheSameInEveryMode() throws Exception {
    run("send_cloudevents.py", "sdks");
    run("SendCloudEvents.java", "sdks");
    List<ConsumerRecord<byte[], byte[]>> events = eventsOf("sdks");
    assertThat(events).hasSize(6);
    for (ConsumerRecord<byte[], byte[]> event : events) {
      String id = header(event, "ce_id");
      assertThat(header(event, "ce_type")).isEqualTo("payment.succeeded");
      assertThat(header(event, "ce_source")).isEqualTo("/billing");
      assertThat(header(event, "ce_subject"))
          .isEqualTo(id.equals("java-sdk-1") ? "sub-1" : "sub-1 at 100 %");
      assertThat(header(event, "ce_subscriberid")).isIn("alice", "bob");
      assertThat(new String(event.value(), UTF_8))
          .contains("\"paymentId\":\"" + id + "\"", "\"value\":\"12.99\"");
    }
  }

  @Test
  void theFormerApiOfPythonsSdkIsTakenAndWhatItLeavesOut() throws Exception {
    Client.Ended ended = client("former").run(FORMER_API.toAbsolutePath());
    assertThat(ended.output().lines()).containsOnly("accepted");
    assertThat(ended.status()).isZero();
    assertThat(eventsOf("former")).hasSize(4);
  }

  private String run(String example, String tenant) throws Exception {
    return run(example, client(tenant));
  }

  private Client client(String tenant) {
    String url = service.events().resolve("/").toString().replaceFirst("/$", "");
    return new Client(folder, url, service.newKey(tenant, Scope.EVENTS_WRITE));
  }

  private String run(String example, Client client) throws Exception {
    Client.Ended ended = client.run(examples.write(example, folder));
    assertThat(ended.status()).as(ended.output()).isZero();
    return ended.output();
  }

  /** Those of the ids that are on the topic, as often as they are. */
  private static List<String> idsOf(String tenant, String ids) {
    return eventsOf(tenant).stream()
        .map(event -> header(event, "ce_id"))
        .filter(List.of(ids.split(" "))::contains)
        .sorted()
        .toList();
  }

  private static List<ConsumerRecord<byte[], byte[]>> eventsOf(String tenant) {
    return topic.all().stream()
        .filter(event -> header(event, "ce_tenantid").equals(tenant))
        .toList();
  }

  private static String header(ConsumerRecord<byte[], byte[]> event, String name) {
    return Optional.ofNullable(event.headers().lastHeader(name))
        .map(header -> new String(header.value(), UTF_8))
        .orElse("");
  }
}
