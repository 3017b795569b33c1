package dev.perennial.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.FreePorts;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.AsyncApi;
import dev.perennial.contracts.event.EventSchemas;
import dev.perennial.domain.event.EventType;
import dev.perennial.starter.problem.Problem;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the service says of itself; for that it needs neither a broker nor a key. */
@WithBackends(Backend.MONGODB)
class ApiDocsTest {

  private static final List<String> TYPES =
      Stream.of(EventType.values()).map(EventType::wireName).toList();

  private static final String POST_EVENTS = "/paths/~1v1~1events/post";
  private static final String NDJSON = "application/x-ndjson";

  /** What a request without Content-Type is taken for. */
  private static final String NONE_SAID = "application/octet-stream";

  private static Service service;
  private static ServedDocs docs;

  @BeforeAll
  static void start(Backends backends) {
    service = Service.start("127.0.0.1:" + FreePorts.next(), backends.mongodb().uri());
    docs = ServedDocs.of(service);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void whatIsServedIsValidOpenApi() {
    assertThat(docs.at("/openapi").stringValue()).startsWith("3.1.");
    assertThat(docs.faults()).isEmpty();
    assertThat(docs.root().findValuesAsString("$ref"))
        .allSatisfy(target -> assertThat(docs.at(pointer(target)).isObject()).isTrue());
    assertThat(get("/v3/api-docs.yaml").statusCode()).isEqualTo(200);
  }

  @Test
  void eventsAreDescribedByTheSchemasThatArePublished() {
    JsonNode post = docs.at(POST_EVENTS);
    JsonNode content = post.path("requestBody").path("content");
    assertThat(content.path(Events.STRUCTURED).at("/schema/$ref").stringValue())
        .isEqualTo("#/components/schemas/Event");
    assertThat(content.path(Events.STRUCTURED).path("examples").propertyNames())
        .containsExactlyInAnyOrderElementsOf(TYPES);
    assertThat(content.path(Events.BATCH).at("/examples/tenant.updated/value").isArray()).isTrue();
    JsonNode event = docs.component("Event");
    assertThat(event.at("/discriminator/mapping").propertyNames())
        .containsExactlyInAnyOrderElementsOf(TYPES);
    for (EventType type : EventType.values()) {
      assertThat(sorted(docs.component(type.wireName()))).isEqualTo(sorted(component(type)));
    }
    assertThat(post.path("description").stringValue()).contains(TYPES);
    assertThat(post.path("parameters").findValuesAsString("name")).contains("atomic", "mode");
  }

  @Test
  void everyOperationNamesTheStatusesItMayAnswerWith() {
    docs.forEachOperation(
        (name, operation) -> {
          JsonNode responses = operation.path("responses");
          assertThat(responses.propertyNames()).as(name).contains("400", "405", "406", "500");
          if (!operation.path("security").isArray()) {
            assertThat(responses.propertyNames()).contains("401", "403", "429", "503");
          }
          if (operation.has("requestBody")) {
            assertThat(responses.propertyNames()).contains("408", "413", "415");
          }
          responses.forEachEntry(
              (status, response) -> {
                if (status.startsWith("4") || status.startsWith("5")) {
                  assertThat(response.path("content").has(Problem.MEDIA_TYPE)).isTrue();
                }
              });
        });
    assertThat(docs.at(POST_EVENTS + "/responses").propertyNames())
        .contains("200", "202", "207", "422");
    assertThat(docs.component("Problem").path("properties").propertyNames())
        .contains("type", "title", "status", "code", "detail", "pointer");
  }

  @Test
  void whoIsRefusedLearnsFromHeadersWhatToDo() {
    JsonNode responses = docs.at(POST_EVENTS + "/responses");
    assertThat(responses.at("/429/headers").propertyNames())
        .containsExactlyInAnyOrder("Retry-After", "RateLimit", "RateLimit-Policy");
    assertThat(responses.at("/202/headers").propertyNames())
        .containsExactlyInAnyOrder("RateLimit", "RateLimit-Policy");
    assertThat(responses.at("/503/headers").propertyNames()).containsExactly("Retry-After");
    assertThat(responses.at("/401/headers").propertyNames()).containsExactly("WWW-Authenticate");
    assertThat(responses.at("/405/headers").propertyNames()).containsExactly("Allow");
  }

  @Test
  void everyBodyHasExamplesThatFitItsSchema() {
    docs.forEachBody(
        body -> {
          assertThat(ServedDocs.examples(body)).as(body.toString()).isNotEmpty();
          for (JsonNode example : ServedDocs.examples(body)) {
            assertThat(docs.faults(body.path("schema"), example)).as(example.toString()).isEmpty();
          }
        });
  }

  @Test
  void everyFormOfEventsIsDescribed() {
    String taken = service.post("text/sesame", "open").headers().firstValue("Accept").orElseThrow();
    assertThat(docs.at(POST_EVENTS + "/requestBody/content").propertyNames())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(taken.split(", ")).filter(type -> !type.equals(NONE_SAID)).toList());
    assertThat(docs.at(POST_EVENTS + "/parameters").findValuesAsString("name"))
        .contains("ce-specversion", "ce-id", "ce-source", "ce-type", "ce-time", "ce-subject");
  }

  @Test
  void answersLookAsTheyAreDescribed() {
    described(Service.json(service.post(Events.STRUCTURED, "{}")), "Problem");
    described(Service.json(service.post(Events.BATCH, "[{}, 7]")), "BatchProblem");
    described(Service.json(service.post(Events.BATCH, "[{}, 7]")).at("/items/0"), "ItemResult");
    described(Service.json(get("/v1/schemas")), "SchemaList");
    String[] lines = service.post(NDJSON, "{}\n7\n").body().split("\n");
    assertThat(lines).hasSize(3);
    described(Service.json(lines[0]), "StreamResult");
    described(Service.json(lines[1]), "StreamResult");
    described(Service.json(lines[2]), "StreamEnd");
  }

  private static void described(JsonNode answer, String component) {
    assertThat(docs.faults(docs.component(component), answer)).as(answer.toString()).isEmpty();
    assertThat(docs.component(component).path("properties").propertyNames())
        .containsAll(answer.propertyNames());
    assertThat(answer.propertyNames())
        .containsAll(
            docs.component(component)
                .path("required")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList());
  }

  @Test
  void whatNeedsNoKeySaysSoAndTheRestNamesIt() {
    assertThat(docs.at("/servers/0/url").stringValue()).isEqualTo("/");
    assertThat(docs.at("/security/0").propertyNames()).containsExactly("apiKey");
    assertThat(docs.at("/components/securitySchemes/apiKey/scheme").stringValue())
        .isEqualTo("bearer");
    assertThat(docs.at("/paths/~1v1~1schemas/get/security").isArray()).isTrue();
    assertThat(docs.root().toString()).doesNotContain("keyPrefix");
  }

  @Test
  void thePageTakesNothingFromElsewhereAndNeedsNoKey() {
    HttpResponse<String> page = get("/docs");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(page.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self'");
    assertThat(page.body()).doesNotContain("://");
    for (String file : List.of("swagger-ui.css", "swagger-ui-bundle.js", "favicon-32x32.png")) {
      assertThat(page.body()).contains("\"/webjars/swagger-ui/" + file + "\"");
      assertThat(get("/webjars/swagger-ui/" + file).statusCode()).as(file).isEqualTo(200);
    }
    assertThat(get("/docs/page.js").body()).contains("persistAuthorization: false");
  }

  @Test
  void schemasAreHandedOutWithoutAKey() {
    JsonNode list = Service.json(get("/v1/schemas")).path("schemas");
    assertThat(list.findValuesAsString("type")).containsExactlyElementsOf(TYPES);
    for (JsonNode entry : list) {
      HttpResponse<String> answer = get(entry.path("url").stringValue());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/schema+json");
      assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("inline");
      assertThat(answer.headers().allValues("Cache-Control"))
          .containsExactly("max-age=3600, public");
      assertThat(Service.json(answer).path("$id").stringValue())
          .isEqualTo("urn:perennial:event:v1:" + entry.path("type").stringValue());
    }
    assertNotFound(get("/v1/schemas/subscription.lost"));
    assertNotFound(get("/v1/schemas/definitions"));
  }

  @Test
  void whoHasASchemaLearnsThatItIsTheSame() {
    String tag = get("/v1/schemas/charge.announced").headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again =
        service.send(
            service.request("/v1/schemas/charge.announced").header("If-None-Match", tag).GET());

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(tag)
        .isNotEqualTo(get("/v1/schemas/payment.failed").headers().firstValue("ETag").orElseThrow());
  }

  @Test
  void theTopicsAreDescribedNextToTheSchemas() {
    HttpResponse<String> answer = get("/v1/asyncapi");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(AsyncApi.MEDIA_TYPE);
    assertThat(Service.json(answer)).isEqualTo(AsyncApi.document());
    String reference =
        Service.json(answer)
            .at("/components/messages/payment.failed/payload/$ref")
            .stringValue()
            .split("#")[0];
    assertThat(get("/v1/" + reference).statusCode()).isEqualTo(200);
  }

  private static void assertNotFound(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
  }

  /** The published schema, its references leading to components. */
  private static JsonNode component(EventType type) {
    ObjectNode schema = EventSchemas.of(type).without(List.of("$schema", "$id", "$defs"));
    for (JsonNode parent : schema.findParents("$ref")) {
      String target = parent.path("$ref").stringValue();
      ((ObjectNode) parent).put("$ref", target.replace("#/$defs/", "#/components/schemas/"));
    }
    return schema;
  }

  /** The document's keys are sorted, and so are the names that are required. */
  private static JsonNode sorted(JsonNode schema) {
    for (JsonNode parent : schema.findParents("required")) {
      ArrayNode names = (ArrayNode) parent.path("required");
      List<JsonNode> inOrder =
          names.valueStream().sorted(Comparator.comparing(JsonNode::stringValue)).toList();
      names.removeAll().addAll(inOrder);
    }
    return schema;
  }

  private static String pointer(String reference) {
    return reference.substring(1);
  }

  private static HttpResponse<String> get(String path) {
    return service.send(service.request(path).GET());
  }
}
