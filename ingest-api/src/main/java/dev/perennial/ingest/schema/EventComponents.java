package dev.perennial.ingest.schema;

import dev.perennial.contracts.event.EventSchemas;
import dev.perennial.domain.event.EventType;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the published schemas of events into OpenAPI: one component a type, and those of {@link
 * EventReferences}. A request body that refers to one of these gets an example of each type.
 */
@Component
class EventComponents implements OpenApiCustomizer {

  private static final Set<String> OBJECT = Set.of("object");

  @Override
  public void customise(OpenAPI openApi) {
    Components components = openApi.getComponents();
    Schema<?> event = described("An event of any type.");
    Discriminator discriminator = new Discriminator().propertyName("type");
    for (EventType type : EventType.values()) {
      ObjectNode schema = EventSchemas.of(type);
      String name = type.wireName();
      schema.path("$defs").forEachEntry((key, part) -> add(components, key, part));
      add(components, name, schema);
      event.addOneOfItem(reference(Components.COMPONENTS_SCHEMAS_REF + name));
      discriminator.mapping(name, Components.COMPONENTS_SCHEMAS_REF + name);
    }
    event.setDiscriminator(discriminator);
    components.addSchemas(nameOf(EventReferences.EVENT), event);
    components.addSchemas(nameOf(EventReferences.BATCH), batch());
    components.addSchemas(nameOf(EventReferences.OF_EITHER_MODE), eventOrBatchOrData());
    bodies(openApi).forEach(EventComponents::exemplify);
  }

  private static Schema<?> batch() {
    Schema<?> batch = described("At most as many as perennial.ingest.max-batch says: 1,000.");
    batch.addType("array");
    batch.setItems(reference(EventReferences.EVENT));
    batch.setMinItems(1);
    return batch;
  }

  private static Schema<?> eventOrBatchOrData() {
    Schema<?> data =
        described("In binary mode: what the member data of the event would be.").types(OBJECT);
    return described("One event, or a list of them, or with ce- headers the data of one.")
        .addAnyOfItem(reference(EventReferences.EVENT))
        .addAnyOfItem(reference(EventReferences.BATCH))
        .addAnyOfItem(data);
  }

  private static void add(Components components, String name, JsonNode schema) {
    components.addSchemas(name, OpenApiSchemas.of(schema));
  }

  private static Schema<?> described(String description) {
    return new JsonSchema().description(description);
  }

  private static Schema<?> reference(String to) {
    return new JsonSchema().$ref(to);
  }

  private static String nameOf(String reference) {
    return reference.substring(Components.COMPONENTS_SCHEMAS_REF.length());
  }

  private static Stream<MediaType> bodies(OpenAPI openApi) {
    return openApi.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .map(Operation::getRequestBody)
        .filter(body -> body != null && body.getContent() != null)
        .flatMap(body -> body.getContent().values().stream())
        .filter(body -> body.getSchema() != null && body.getSchema().get$ref() != null);
  }

  private static void exemplify(MediaType body) {
    switch (body.getSchema().get$ref()) {
      case EventReferences.EVENT, EventReferences.OF_EITHER_MODE -> exemplify(body, false);
      case EventReferences.BATCH -> exemplify(body, true);
      default -> {}
    }
  }

  private static void exemplify(MediaType body, boolean batch) {
    for (EventType type : EventType.values()) {
      Object event = OpenApiSchemas.plain(EventSchemas.of(type).path("examples").get(0));
      Object value = batch ? List.of(event) : event;
      body.addExamples(type.wireName(), new Example().value(value));
    }
  }
}
