package dev.perennial.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.FreshTopics;
import dev.perennial.backends.KafkaBroker;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.topic.Topics;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A broker of each test's own, because it lacks a topic. */
@WithBackends(Backend.MONGODB)
class ReferenceTopicMissingTest {

  @TempDir private Path folder;

  @Test
  void shouldNotAcceptWhatHasNoTopicAndGoOnWithTheRest(Backends backends) {
    try (KafkaBroker broker = KafkaBroker.start(folder);
        EventsTopic topic = EventsTopic.openAlone(broker.bootstrapServers());
        Service service = Service.start(broker.bootstrapServers(), backends.mongodb().uri())) {
      assertThat(service.health("/readiness")).isEqualTo(503);
      assertUnacknowledged(service.post(Events.STRUCTURED, Events.tenant("t-1")));

      String mixed = Events.batch(Events.tenant("t-1"), Events.paid("p-1", "alice"));
      HttpResponse<String> response = service.post(Events.BATCH, mixed);
      assertThat(response.statusCode()).isEqualTo(207);
      JsonNode items = Service.json(response).path("items");
      assertThat(items.get(0).path("status").stringValue()).isEqualTo("unacknowledged");
      assertThat(items.get(1).path("status").stringValue()).isEqualTo("accepted");
      assertThat(topic.size()).isEqualTo(1);
    }
  }

  @Test
  void shouldNotAcceptWhatOnlySomePartitionsHave(Backends backends) {
    try (KafkaBroker broker = KafkaBroker.start(folder);
        EventsTopic events = EventsTopic.openAlone(broker.bootstrapServers())) {
      FreshTopics.make(
          broker.bootstrapServers(), List.of(new NewTopic(Topics.REFERENCE_DATA, 3, (short) 1)));
      try (Service service = Service.start(broker.bootstrapServers(), backends.mongodb().uri())) {
        assertThat(service.health("/readiness")).isEqualTo(503);
        assertUnacknowledged(service.post(Events.STRUCTURED, Events.tenant("t-1")));
        assertThat(events.size()).isZero();
      }
    }
  }

  private static void assertUnacknowledged(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
    assertThat(Service.json(response).path("code").stringValue()).isEqualTo("unacknowledged");
  }
}
