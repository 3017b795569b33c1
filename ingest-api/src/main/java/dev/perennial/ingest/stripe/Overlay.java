package dev.perennial.ingest.stripe;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A snapshot with the values that some of its fields had before. */
final class Overlay {

  private Overlay() {}

  static JsonNode of(JsonNode now, JsonNode previous) {
    if (!(now instanceof ObjectNode object) || !previous.isObject()) {
      return now;
    }
    ObjectNode before = object.objectNode();
    object.properties().forEach(field -> before.set(field.getKey(), field.getValue()));
    previous.properties().forEach(field -> before.set(field.getKey(), field.getValue()));
    return before;
  }
}
