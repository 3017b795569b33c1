package dev.perennial.contracts.event.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All that holds for one value: a schema, what it refers to, and what it is all of.
 *
 * @param root whose definitions are referred to
 */
record Layers(JsonNode root, List<JsonNode> schemas, List<String> names) {

  static Layers of(JsonNode root, JsonNode schema) {
    List<JsonNode> schemas = new ArrayList<>();
    List<String> names = new ArrayList<>();
    collect(root, schema, schemas, names);
    return new Layers(root, schemas, names);
  }

  private static void collect(
      JsonNode root, JsonNode schema, List<JsonNode> schemas, List<String> names) {
    schemas.add(schema);
    if (schema.has("$ref")) {
      String name = schema.path("$ref").stringValue().substring("#/$defs/".length());
      names.add(name);
      collect(root, root.path("$defs").path(name), schemas, names);
    }
    schema.path("allOf").forEach(part -> collect(root, part, schemas, names));
  }

  /** The first that says so. */
  @Nullable JsonNode find(String keyword) {
    return all(keyword).findFirst().orElse(null);
  }

  Stream<JsonNode> all(String keyword) {
    return schemas.stream()
        .filter(schema -> schema.has(keyword))
        .map(schema -> schema.get(keyword));
  }

  boolean has(String keyword) {
    return find(keyword) != null;
  }

  int number(String keyword, int absent) {
    return all(keyword).mapToInt(JsonNode::intValue).min().orElse(absent);
  }

  String type() {
    JsonNode type = find("type");
    return type == null ? "" : type.stringValue();
  }

  /** What holds for a property; null where nothing does. */
  @Nullable Layers property(String name) {
    JsonNode properties = find("properties");
    JsonNode others = find("additionalProperties");
    if (properties != null && properties.has(name)) {
      return of(root, properties.get(name));
    }
    return others != null && others.isObject() ? of(root, others) : null;
  }

  Layers items() {
    JsonNode items = find("items");
    return of(root, items == null ? root.path("nothing") : items);
  }

  /** Of alternatives the one whose fields these are; else itself. */
  Layers matching(JsonNode value) {
    JsonNode choices = find("oneOf");
    if (choices == null) {
      return this;
    }
    return choices
        .valueStream()
        .map(choice -> of(root, choice))
        .filter(
            choice ->
                value.propertyNames().stream().allMatch(name -> choice.property(name) != null))
        .findFirst()
        .orElse(this);
  }
}
