package dev.perennial.ingest.schema;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON Schemas as the classes from which OpenAPI is written: those of 3.1 say the same. */
final class OpenApiSchemas {

  private static final String DEFINITIONS = "#/$defs/";
  private static final String COMPONENTS = "#/components/schemas/";
  private static final JsonMapper JSON = new JsonMapper();

  private OpenApiSchemas() {}

  /**
   * Its references lead to components of the same names.
   *
   * @throws IllegalArgumentException for a keyword that is not carried over: none is lost silently
   */
  static Schema<?> of(JsonNode json) {
    Schema<Object> schema = new JsonSchema();
    json.forEachEntry((keyword, value) -> set(schema, keyword, value));
    return schema;
  }

  private static void set(Schema<Object> schema, String keyword, JsonNode value) {
    switch (keyword) {
      case "$ref" -> schema.set$ref(value.stringValue().replace(DEFINITIONS, COMPONENTS));
      case "$schema", "$id", "$defs" -> {} // of the document, which is another here
      case "title" -> schema.setTitle(value.stringValue());
      case "description" -> schema.setDescription(value.stringValue());
      case "default" -> schema.setDefault(plain(value));
      case "examples" -> schema.setExamples(list(value));
      case "type" -> schema.addType(value.stringValue());
      case "const" -> schema.setConst(plain(value));
      case "enum" -> schema.setEnum(list(value));
      case "format" -> schema.setFormat(value.stringValue());
      case "pattern" -> schema.setPattern(value.stringValue());
      case "not" -> schema.setNot(of(value));
      case "oneOf" -> schema.setOneOf(parts(value));
      case "allOf" -> schema.setAllOf(parts(value));
      default -> setOfType(schema, keyword, value);
    }
  }

  private static void setOfType(Schema<Object> schema, String keyword, JsonNode value) {
    switch (keyword) {
      case "minLength" -> schema.setMinLength(value.intValue());
      case "maxLength" -> schema.setMaxLength(value.intValue());
      case "minimum" -> schema.setMinimum(value.decimalValue());
      case "maximum" -> schema.setMaximum(value.decimalValue());
      case "maxItems" -> schema.setMaxItems(value.intValue());
      case "items" -> schema.setItems(of(value));
      case "properties" -> named(value, schema::setProperties);
      case "dependentSchemas" -> named(value, schema::setDependentSchemas);
      case "propertyNames" -> schema.setPropertyNames(of(value));
      case "additionalProperties" ->
          schema.setAdditionalProperties(value.isBoolean() ? value.booleanValue() : of(value));
      case "minProperties" -> schema.setMinProperties(value.intValue());
      case "maxProperties" -> schema.setMaxProperties(value.intValue());
      case "required" ->
          schema.setRequired(value.valueStream().map(JsonNode::stringValue).toList());
      default -> throw new IllegalArgumentException("Not carried over: " + keyword);
    }
  }

  // The setters take Schema without its parameter.
  @SuppressWarnings("rawtypes")
  private static void named(JsonNode schemas, Consumer<Map<String, Schema>> setter) {
    Map<String, Schema> named = new LinkedHashMap<>();
    schemas.forEachEntry((name, schema) -> named.put(name, of(schema)));
    setter.accept(named);
  }

  @SuppressWarnings("rawtypes")
  private static List<Schema> parts(JsonNode schemas) {
    return schemas.valueStream().<Schema>map(OpenApiSchemas::of).toList();
  }

  private static List<Object> list(JsonNode values) {
    List<Object> list = new ArrayList<>();
    values.forEach(value -> list.add(plain(value)));
    return list;
  }

  /** As maps, lists, texts and numbers. */
  static Object plain(JsonNode value) {
    return JSON.convertValue(value, Object.class);
  }
}
