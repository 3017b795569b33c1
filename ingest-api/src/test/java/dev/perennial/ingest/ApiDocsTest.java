package dev.perennial.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.FreePorts;
import dev.perennial.backends.WithBackends;
import dev.perennial.domain.event.EventType;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@WithBackends(Backend.MONGODB)
class ApiDocsTest {

  @Test
  void shouldDocumentWhatItServes(Backends backends) {
    String nobody = "127.0.0.1:" + FreePorts.next();
    try (Service service = Service.start(nobody, backends.mongodb().uri())) {
      JsonNode docs = Service.json(service.send(service.request("/v3/api-docs").GET()));
      assertThat(docs.path("paths").propertyNames())
          .contains("/v1/events", "/v1/events/{id}", "/v1/reconciliation", "/v1/preview", "/v1/imports/csv", "/v1/imports/wallos");
      JsonNode post = docs.path("paths").path("/v1/events").path("post");
      assertThat(post.path("requestBody").path("content").propertyNames())
          .containsExactlyInAnyOrder(Events.STRUCTURED, Events.BATCH, "application/json");
      assertThat(post.path("responses").propertyNames())
          .contains("202", "207", "400", "401", "403", "413", "415", "422", "503");
      assertThat(post.path("parameters").findValuesAsString("name"))
          .containsExactly("atomic", "mode");
      assertThat(post.path("description").stringValue())
          .contains(Stream.of(EventType.values()).map(EventType::wireName).toList());
      JsonNode asOf = docs.at("/components/schemas/OutcomeAnswer/properties/asOf");
      assertThat(asOf.path("type").toString()).contains("string", "null");
      assertThat(docs.toString()).contains("\"bearer\"").doesNotContain("keyPrefix");
    }
  }
}
