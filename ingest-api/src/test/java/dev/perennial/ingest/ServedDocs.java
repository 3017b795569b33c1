package dev.perennial.ingest;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI that the service hands out, and its schemas at work. */
final class ServedDocs {

  private static final String COMPONENTS = "components";

  private static final SchemaRegistry DRAFT_2020_12 =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaIdResolvers(
                  resolvers ->
                      resolvers.mapPrefix(
                          "https://spec.openapis.org", "classpath:spec.openapis.org")));

  private final JsonNode root;

  private ServedDocs(JsonNode root) {
    this.root = root;
  }

  static ServedDocs of(Service service) {
    return new ServedDocs(Service.json(service.send(service.request("/v3/api-docs").GET())));
  }

  JsonNode root() {
    return root;
  }

  JsonNode at(String pointer) {
    return root.at(pointer);
  }

  JsonNode component(String name) {
    return root.path(COMPONENTS).path("schemas").path(name);
  }

  /** What is wrong with the whole by the OpenAPI Initiative's own schema, from the class path. */
  List<Error> faults() {
    return DRAFT_2020_12
        .getSchema(SchemaLocation.of("https://spec.openapis.org/oas/3.1/schema-base/2022-10-07"))
        .validate(root);
  }

  /** What is wrong with a value by a schema of the document. */
  List<Error> faults(JsonNode schema, JsonNode value) {
    ObjectNode whole = ((ObjectNode) root.deepCopy()).retain(COMPONENTS);
    whole.setAll((ObjectNode) schema.deepCopy());
    return DRAFT_2020_12.getSchema(whole).validate(value);
  }

  /** By method and path. */
  void forEachOperation(OperationVisitor visitor) {
    root.path("paths")
        .forEachEntry(
            (path, item) ->
                item.forEachEntry(
                    (method, operation) -> visitor.visit(method + " " + path, operation)));
  }

  /** Each part of requests and answers that has a schema: a media type, its examples beside it. */
  void forEachBody(Consumer<JsonNode> visitor) {
    forEachOperation(
        (name, operation) -> {
          operation.at("/requestBody/content").forEach(visitor);
          operation
              .path("responses")
              .forEach(response -> response.path("content").forEach(visitor));
        });
  }

  static List<JsonNode> examples(JsonNode body) {
    List<JsonNode> examples = new ArrayList<>();
    body.path("examples").forEach(example -> examples.add(example.path("value")));
    if (body.has("example")) {
      examples.add(body.path("example"));
    }
    return examples;
  }

  @FunctionalInterface
  interface OperationVisitor {
    void visit(String name, JsonNode operation);
  }
}
