package dev.perennial.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.perennial.contracts.AsyncApi;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.EventType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What lies on the topics is what AsyncAPI says of it: the data of the published schemas. */
class RecordsOfSchemasTest {

  private static final long SEED = 20_261_128;
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final Map<EventType, Schema> schemas = new EnumMap<>(EventType.class);

  @Test
  void theDataOfARecordIsAllowedByTheSchemaOfItsType() {
    RandomEvents events = new RandomEvents(SEED);
    Stream.concat(
            Stream.generate(() -> events.next().fact()).limit(1_000),
            Stream.generate(() -> events.nextReference().fact()).limit(200))
        .forEach(fact -> allowed(fact.data()));
  }

  @Test
  void theHeadersOfARecordAreThoseOfAsyncApi() {
    RandomEvents events = new RandomEvents(SEED);
    Event event = events.next();

    assertThat(names(EventRecordCodec.encode(event).headers()))
        .containsExactlyInAnyOrderElementsOf(required("eventHeaders"));
    assertThat(names(EventRecordCodec.encode(events.nextReference(), 3).headers()))
        .containsExactlyInAnyOrderElementsOf(required("referenceHeaders"));
  }

  private void allowed(EventData data) {
    EventType type = EventType.of(data);
    JsonNode json = StrictJson.parse(EventCodec.encodeData(data));
    assertThat(schemas.computeIfAbsent(type, RecordsOfSchemasTest::schemaOfData).validate(json))
        .as("%s %s, seed %s", type, json, SEED)
        .isEmpty();
  }

  private static Schema schemaOfData(EventType type) {
    ObjectNode event = EventSchemas.of(type);
    ObjectNode data = (ObjectNode) event.at("/properties/data");
    data.set("$defs", event.path("$defs"));
    return REGISTRY.getSchema(data);
  }

  private static List<String> names(Headers headers) {
    return StreamSupport.stream(headers.spliterator(), false).map(Header::key).toList();
  }

  private static List<String> required(String schema) {
    return AsyncApi.document()
        .at("/components/schemas/" + schema + "/required")
        .valueStream()
        .map(JsonNode::stringValue)
        .toList();
  }
}
