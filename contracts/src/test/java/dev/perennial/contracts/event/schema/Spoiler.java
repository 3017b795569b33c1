package dev.perennial.contracts.event.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every document that differs from a given one in one place: a value of another type, one at or
 * behind a limit, a field more or less. Most break the schema; whether one does is for a validator
 * to say.
 */
final class Spoiler {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What people and attackers send where a text belongs. */
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\u00a0",
          "\u3000",
          "\u2028",
          "NOT_THIS",
          "a\u0000b",
          "a\nb",
          "a\u202eb",
          "\ufeffa",
          "a b",
          "a@b",
          "a|b%2",
          "%",
          "%zz",
          "#a#b",
          "a[b",
          ":",
          "1a:b",
          "a:",
          "//",
          "\ud83d\ude00",
          "-1",
          "-0",
          "0",
          "007",
          "1.5",
          "1e3",
          ".5",
          "5.",
          "+1",
          "\u0661",
          "0.00",
          "9".repeat(16),
          "1969-12-31",
          "2201-01-01",
          "2026-02-30",
          "2026-13-01",
          "2026-1-1",
          "24:00",
          "23:60",
          "9:00",
          "1969-12-31T23:59:59Z",
          "2026-01-05T10:00:00",
          "2026-02-30T10:00:00Z",
          "1969-12-31T23:59:59-01:00",
          "1970-01-01T00:00:00+01:00",
          "2026-01-05T24:00:00Z",
          "2026-01-05T10:00:60Z",
          "2026-01-05T10:00:00+18:01",
          "2026-01-05t10:00:00z",
          "2026-01-05T10:00:00.1234567891Z",
          "9999-12-31T23:59:59-18:00",
          "2026-01-05T10:00:00-00:00",
          "javascript:alert(1)",
          "https://",
          "https:///a",
          "HTTPS://a.example",
          "http://a_b.example",
          "http://a.example:99999/",
          "http://\u00e4.example",
          "https://a.example/\ud83d\ude00",
          "eur",
          "EUX",
          "XXX",
          "Mars/Base",
          "europe/vienna",
          "GMT+1",
          "en_US",
          "i-klingon",
          "x-a",
          "abcdefghi",
          "de-DE-u-co-phonebk",
          "1.0");

  private final JsonNode root;
  private final DocumentsOfSchema documents;

  Spoiler(JsonNode root, Random random) {
    this.root = root;
    this.documents = new DocumentsOfSchema(root, random);
  }

  List<JsonNode> spoilt(ObjectNode document) {
    List<JsonNode> all = new ArrayList<>();
    value(Layers.of(root, root), document, all::add);
    ObjectNode encoded = document.deepCopy();
    encoded.put("data_base64", "e30=");
    all.add(encoded);
    return all;
  }

  /** Each other value that could stand here goes to the consumer, which sets it in its place. */
  private void value(Layers layers, JsonNode value, Consumer<JsonNode> place) {
    ofEveryType().forEach(place);
    layers.all("oneOf").forEach(choices -> choices.forEach(choice -> choice(choice, place)));
    Layers own = layers.matching(value);
    switch (value.getNodeType()) {
      case OBJECT -> object(own, (ObjectNode) value, place);
      case ARRAY -> array(own, (ArrayNode) value, place);
      case STRING -> texts(own, value.stringValue()).map(NODES::stringNode).forEach(place);
      case NUMBER -> numbers(own).forEach(place);
      case BOOLEAN -> place.accept(NODES.booleanNode(!value.booleanValue()));
      default -> {}
    }
  }

  private void choice(JsonNode choice, Consumer<JsonNode> place) {
    Layers layers = Layers.of(root, choice);
    JsonNode value = documents.value(layers);
    place.accept(value);
    value(layers, value, place);
  }

  private static Stream<JsonNode> ofEveryType() {
    return Stream.of(
        NODES.nullNode(),
        NODES.booleanNode(true),
        NODES.numberNode(7),
        NODES.numberNode(new BigDecimal("7.5")),
        NODES.stringNode("7"),
        NODES.arrayNode(),
        NODES.arrayNode().add("7"),
        NODES.objectNode(),
        NODES.objectNode().put("$gt", ""));
  }

  private static Stream<JsonNode> numbers(Layers layers) {
    int least = layers.number("minimum", 0);
    int most = layers.number("maximum", Integer.MAX_VALUE - 1);
    return Stream.of(
        NODES.numberNode(least - 1),
        NODES.numberNode(least),
        NODES.numberNode(most),
        NODES.numberNode(most + 1),
        NODES.numberNode(BigInteger.TEN.pow(30)),
        NODES.numberNode(BigDecimal.valueOf(least).setScale(1)));
  }

  private Stream<String> texts(Layers layers, String text) {
    int longest = layers.number("maxLength", 0);
    Stream<String> lengths =
        longest == 0
            ? Stream.of()
            : Stream.of("x", "\ud83d\ude00", "/")
                .flatMap(
                    filler ->
                        Stream.of(
                            padded(text, filler, longest), padded(text, filler, longest + 1)));
    Stream<String> changes =
        Stream.of(
            text + "\n",
            text + " ",
            " " + text,
            text + "@",
            text.toLowerCase(Locale.ROOT),
            withoutLast(text),
            documents.text(layers),
            documents.text(layers));
    return Stream.of(TEXTS.stream(), lengths, changes).flatMap(texts -> texts);
  }

  private static String withoutLast(String text) {
    return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(text.length(), -1));
  }

  private static String padded(String text, String filler, int length) {
    int missing = length - text.codePointCount(0, text.length());
    return missing < 0 ? text : text + filler.repeat(missing);
  }

  private void array(Layers layers, ArrayNode array, Consumer<JsonNode> place) {
    int most = layers.number("maxItems", 0);
    place.accept(filled(layers, most));
    place.accept(filled(layers, most + 1));
    JsonNode item = array.isEmpty() ? documents.value(layers.items()) : array.get(0);
    value(layers.items(), item, other -> place.accept(NODES.arrayNode().add(other)));
  }

  private ArrayNode filled(Layers layers, int size) {
    ArrayNode filled = NODES.arrayNode();
    for (int item = 0; item < size; item++) {
      filled.add(documents.value(layers.items()));
    }
    return filled;
  }

  private void object(Layers layers, ObjectNode object, Consumer<JsonNode> place) {
    for (String name : object.propertyNames()) {
      place.accept(object.deepCopy().without(List.of(name)));
    }
    Map<String, JsonNode> fields = fields(layers);
    object.forEachEntry(fields::put);
    fields.forEach((name, value) -> field(layers, object, name, value, place));
    place.accept(with(object, "undefined", NODES.numberNode(7)));
    if (layers.has("maxProperties") && layers.has("propertyNames")) {
      place.accept(crowded(layers, layers.number("maxProperties", 0) + 1));
    }
  }

  private void field(
      Layers layers, ObjectNode object, String name, JsonNode value, Consumer<JsonNode> place) {
    place.accept(with(object, name, value));
    place.accept(with(NODES.objectNode(), name, value));
    Layers property = layers.property(name);
    if (property != null) {
      value(property, value, other -> place.accept(with(object, name, other)));
    }
  }

  /** A value for each field that the schema knows. */
  private Map<String, JsonNode> fields(Layers layers) {
    Map<String, JsonNode> others = new LinkedHashMap<>();
    JsonNode properties = layers.find("properties");
    if (properties != null) {
      properties
          .propertyNames()
          .forEach(
              name -> others.put(name, documents.value(Layers.of(root, properties.get(name)))));
    }
    return others;
  }

  private ObjectNode crowded(Layers layers, int size) {
    ObjectNode crowded = NODES.objectNode();
    Layers rate = layers.property("any");
    for (int entry = 0; entry < size && rate != null; entry++) {
      char[] code = {(char) ('A' + entry / 26), (char) ('A' + entry % 26), 'Q'};
      crowded.set(new String(code), documents.value(rate));
    }
    return crowded;
  }

  private static ObjectNode with(ObjectNode object, String name, JsonNode value) {
    ObjectNode changed = object.deepCopy();
    changed.set(name, value);
    return changed;
  }
}
