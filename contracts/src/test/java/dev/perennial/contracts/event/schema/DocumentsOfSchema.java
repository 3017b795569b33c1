package dev.perennial.contracts.event.schema;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Documents that a schema allows (nearly all of them: conditions are left to a validator). */
final class DocumentsOfSchema {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper JSON = new JsonMapper();
  private static final Map<String, TextsOfPattern> TEXTS = new ConcurrentHashMap<>();

  /** Where a pattern allows much that is not known, most values are known ones. */
  private static final Map<String, List<String>> KNOWN =
      Map.of(
          "currency", List.of("\"EUR\"", "\"JPY\"", "\"KWD\"", "\"USD\""),
          "zone",
              ZoneId.getAvailableZoneIds().stream()
                  .sorted()
                  .map(DocumentsOfSchema::quoted)
                  .toList(),
          "locale", List.of("\"de-AT\"", "\"en\"", "\"zh-Hant-TW\"", "\"sl-rozaj-biske\""),
          "date", List.of("\"1970-01-01\"", "\"2024-02-29\"", "\"2200-12-31\""),
          "source", List.of("\"/billing\"", "\"https://shop.example/a?b=%20#c\"", "\"urn:x:y\""),
          "url", List.of("\"https://a.example/b?c=%20#d\"", "\"http://[::1]:80/\""),
          "amount",
              List.of(
                  "{\"value\":\"12.99\",\"currency\":\"EUR\"}",
                  "{\"value\":\"1200\",\"currency\":\"JPY\"}",
                  "{\"value\":\"0.125\",\"currency\":\"KWD\"}",
                  "{\"value\":\"0000000000000000000000000999999999999999.9900\",\"currency\":\"USD\"}",
                  "{\"value\":\"0\",\"currency\":\"EUR\"}"));

  private final JsonNode root;
  private final Random random;

  DocumentsOfSchema(JsonNode root, Random random) {
    this.root = root;
    this.random = random;
  }

  ObjectNode next() {
    return (ObjectNode) value(Layers.of(root, root));
  }

  JsonNode value(Layers layers) {
    List<String> known =
        layers.names().stream()
            .map(KNOWN::get)
            .filter(list -> list != null)
            .findFirst()
            .orElse(null);
    if (known != null && random.nextInt(8) > 0) {
      return JSON.readTree(oneOf(known));
    }
    JsonNode fixed = layers.find("const");
    JsonNode choices = layers.find("enum");
    JsonNode alternatives = layers.find("oneOf");
    if (fixed != null) {
      return fixed;
    }
    if (choices != null) {
      return choices.get(random.nextInt(choices.size()));
    }
    return alternatives != null
        ? value(Layers.of(root, alternatives.get(random.nextInt(alternatives.size()))))
        : ofType(layers);
  }

  private JsonNode ofType(Layers layers) {
    return switch (layers.type()) {
      case "object" -> object(layers);
      case "array" -> array(layers);
      case "string" -> NODES.stringNode(text(layers));
      case "integer" -> integer(layers);
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      case "null" -> NODES.nullNode();
      default -> throw new IllegalStateException("A schema without a type: " + layers.schemas());
    };
  }

  private ObjectNode object(Layers layers) {
    ObjectNode object = NODES.objectNode();
    JsonNode properties = layers.find("properties");
    JsonNode required = layers.find("required");
    List<String> mandatory =
        required == null ? List.of() : required.valueStream().map(JsonNode::stringValue).toList();
    if (properties != null) {
      int one = random.nextInt(3) > 0 ? -1 : random.nextInt(Math.max(1, properties.size()));
      int place = 0;
      for (String name : properties.propertyNames()) {
        boolean wanted = one < 0 ? random.nextBoolean() : one == place;
        if (mandatory.contains(name) || wanted) {
          object.set(name, value(Layers.of(root, properties.get(name))));
        }
        place++;
      }
    }
    entries(layers, object);
    return object;
  }

  private void entries(Layers layers, ObjectNode object) {
    JsonNode names = layers.find("propertyNames");
    JsonNode others = layers.find("additionalProperties");
    for (int entry = 0; names != null && others != null && entry < 3; entry++) {
      String name =
          random.nextInt(8) > 0
              ? oneOf(List.of("GBP", "CHF", "JPY"))
              : text(Layers.of(root, names));
      object.set(name, value(Layers.of(root, others)));
    }
  }

  private ArrayNode array(Layers layers) {
    ArrayNode array = NODES.arrayNode();
    int size = random.nextInt(Math.min(4, layers.number("maxItems", 4)) + 1);
    for (int item = 0; item < size; item++) {
      array.add(value(layers.items()));
    }
    return array;
  }

  private JsonNode integer(Layers layers) {
    int least = layers.number("minimum", 0);
    int most = layers.number("maximum", 1_000);
    return NODES.numberNode(
        switch (random.nextInt(4)) {
          case 0 -> least;
          case 1 -> most;
          default -> least + random.nextInt(most - least + 1);
        });
  }

  /** By its first pattern; where it has another, or a limit, that is left to chance. */
  String text(Layers layers) {
    JsonNode pattern = layers.find("pattern");
    return pattern == null
        ? "text"
        : TEXTS.computeIfAbsent(pattern.stringValue(), TextsOfPattern::new).next(random);
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
