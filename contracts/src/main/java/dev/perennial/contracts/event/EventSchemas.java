package dev.perennial.contracts.event;

import dev.perennial.domain.event.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * JSON Schemas (draft 2020-12) of whole events in CloudEvents' JSON format, one for each type. They
 * say what {@link EventCodec} takes; what no schema can say is listed in docs/schemas.md. The files
 * share their definitions; a schema that is handed out here has those it needs in itself, so that
 * nobody has to resolve anything.
 */
public final class EventSchemas {

  public static final String MEDIA_TYPE = "application/schema+json";

  private static final String SHARED = "urn:perennial:event:v1:definitions";
  private static final String DEFS = "$defs";
  private static final String REF = "$ref";
  private static final String LOCAL = "#/" + DEFS + "/";
  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<EventType, ObjectNode> SCHEMAS = schemas();

  private EventSchemas() {}

  /** The schema of an event type; the caller's own copy. */
  public static ObjectNode of(EventType type) {
    return Objects.requireNonNull(SCHEMAS.get(type)).deepCopy();
  }

  private static Map<EventType, ObjectNode> schemas() {
    JsonNode shared = read("definitions").path(DEFS);
    Map<EventType, ObjectNode> schemas = new EnumMap<>(EventType.class);
    for (EventType type : EventType.values()) {
      schemas.put(type, complete(read(type.wireName()), shared));
    }
    return schemas;
  }

  private static ObjectNode complete(ObjectNode schema, JsonNode shared) {
    referToOwn(schema);
    ObjectNode definitions = JSON.createObjectNode();
    Set<String> needed = references(schema);
    while (!needed.isEmpty()) {
      Set<String> next = new HashSet<>();
      for (String name : needed) {
        JsonNode definition = shared.required(name).deepCopy();
        definitions.set(name, definition);
        next.addAll(references(definition));
      }
      next.removeAll(definitions.propertyNames());
      needed = next;
    }
    schema.set(DEFS, inOrder(definitions, shared));
    return schema;
  }

  private static void referToOwn(JsonNode schema) {
    for (JsonNode parent : schema.findParents(REF)) {
      String target = parent.path(REF).stringValue();
      ((ObjectNode) parent).set(REF, StringNode.valueOf(target.substring(SHARED.length())));
    }
  }

  private static Set<String> references(JsonNode schema) {
    Set<String> names = new HashSet<>();
    schema
        .findValuesAsString(REF)
        .forEach(reference -> names.add(reference.substring(LOCAL.length())));
    return names;
  }

  /** As the file has them, whatever led to them. */
  private static ObjectNode inOrder(ObjectNode definitions, JsonNode shared) {
    ObjectNode ordered = JSON.createObjectNode();
    shared.propertyNames().stream()
        .filter(definitions::has)
        .forEach(name -> ordered.set(name, definitions.required(name)));
    return ordered;
  }

  private static ObjectNode read(String name) {
    try (InputStream file = EventSchemas.class.getResourceAsStream("schemas/" + name + ".json")) {
      return (ObjectNode) JSON.readTree(Objects.requireNonNull(file, name).readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
