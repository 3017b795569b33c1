package dev.perennial.contracts.event.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The rules of a schema, by where they stand in it; and which codes of the reader fit them. */
final class Rules {

  private static final Set<String> ASSERTIONS =
      Set.of(
          "type",
          "enum",
          "const",
          "pattern",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "maxItems",
          "minProperties",
          "maxProperties",
          "required",
          "not",
          "oneOf",
          "propertyNames");

  private static final Set<String> MAPS_OF_SCHEMAS =
      Set.of("properties", "$defs", "dependentSchemas");

  private static final Set<String> SCHEMAS = Set.of("items", "additionalProperties");

  private static final Map<String, Set<String>> CODES =
      Map.ofEntries(
          Map.entry("type", Set.of("type")),
          Map.entry("required", Set.of("field-missing")),
          Map.entry("additionalProperties", Set.of("field-unknown")),
          Map.entry("enum", Set.of("enum")),
          Map.entry("minimum", Set.of("number-range")),
          Map.entry("maximum", Set.of("number-range")),
          Map.entry("maxItems", Set.of("list-too-long")),
          Map.entry("minProperties", Set.of("field-missing")),
          Map.entry("maxProperties", Set.of("list-too-long")),
          Map.entry("/not", Set.of("field-unknown")));

  /** Of texts the meaning decides, whether length or form is wrong. */
  private static final Map<String, Set<String>> CODES_OF_TEXTS =
      Map.ofEntries(
          Map.entry("id", Set.of("id-invalid")),
          Map.entry("alertId", Set.of("id-invalid")),
          Map.entry("subscriberId", Set.of("id-invalid")),
          Map.entry("source", Set.of("id-invalid")),
          Map.entry("text", Set.of("text-invalid")),
          Map.entry("url", Set.of("url-invalid")),
          Map.entry("currency", Set.of("enum")),
          Map.entry("zone", Set.of("enum")),
          Map.entry("locale", Set.of("enum")),
          Map.entry("date", Set.of("time-format", "time-range")),
          Map.entry("time", Set.of("time-format", "time-range")),
          Map.entry("timeOfDay", Set.of("time-format")),
          Map.entry("amount", Set.of("number-format", "number-range")),
          Map.entry("amountAboveZero", Set.of("number-range")),
          Map.entry("rate", Set.of("number-format", "number-range")));

  /** Rules that say more than their keyword does. */
  private static final Map<String, Set<String>> CODES_OF_PLACES =
      Map.of(
          "/properties/type/const", Set.of("event-type-unknown"),
          "/$defs/specversion/const", Set.of("schema-version"),
          "/$defs/dataschema/type", Set.of("schema-version", "type"),
          "/$defs/datacontenttype/enum", Set.of("enum", "type"),
          "/$defs/leadsByAlertType/additionalProperties", Set.of("enum"),
          "/$defs/routingByAlertType/additionalProperties", Set.of("enum"),
          "/properties/data/dependentSchemas/withdraws/maxProperties", Set.of("field-conflict"),
          "/properties/data/dependentSchemas/effectiveOn/properties/atPeriodEnd/const",
              Set.of("field-conflict"),
          "/properties/data/properties/rates/propertyNames", Set.of("enum"),
          "/$defs/periodStartsOn/oneOf", Set.of("type", "field-missing", "field-conflict"));

  private Rules() {}

  /** Where every rule stands. */
  static List<String> of(JsonNode schema) {
    List<String> rules = new ArrayList<>();
    collect(schema, "", rules);
    return rules;
  }

  private static void collect(JsonNode schema, String place, List<String> rules) {
    schema.forEachEntry(
        (keyword, value) -> {
          String at = place + "/" + keyword;
          boolean closed = keyword.equals("additionalProperties") && value.isBoolean();
          if (ASSERTIONS.contains(keyword) || closed) {
            rules.add(at);
          }
          if (MAPS_OF_SCHEMAS.contains(keyword)) {
            value.forEachEntry((name, part) -> collect(part, at + "/" + name, rules));
          } else if (SCHEMAS.contains(keyword) && !closed) {
            collect(value, at, rules);
          } else if (keyword.equals("oneOf") || keyword.equals("allOf")) {
            for (int part = 0; part < value.size(); part++) {
              collect(value.get(part), at + "/" + part, rules);
            }
          }
        });
  }

  /** The codes that the reader may give where this rule is broken; empty if any will do. */
  static Set<String> codes(String place) {
    String keyword = place.substring(place.lastIndexOf('/') + 1);
    if (CODES_OF_PLACES.containsKey(place)) {
      return CODES_OF_PLACES.get(place);
    }
    if (CODES.containsKey(place)) {
      return CODES.get(place);
    }
    String[] steps = place.split("/");
    if (Set.of("pattern", "minLength", "maxLength", "not").contains(keyword)) {
      return CODES_OF_TEXTS.getOrDefault(
          steps[1].equals("$defs") ? steps[2] : "text", Set.of("text-invalid"));
    }
    return CODES.getOrDefault(keyword, Set.of());
  }
}
