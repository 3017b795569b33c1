package dev.perennial.ingest.ndjson;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Adds streams to the description of POST /v1/events: OpenAPI has one operation for a path and a
 * method. A stream is a text there, since 3.1 knows no sequences; contentSchema is what its lines
 * are.
 */
@Component
class StreamDescription implements OpenApiCustomizer {

  private static final String NDJSON = org.springframework.http.MediaType.APPLICATION_NDJSON_VALUE;
  private static final String PATH = "/v1/events";
  private static final String COMPONENTS = "#/components/schemas/";
  private static final String LINE = "StreamLine";
  private static final Set<String> TEXT = Set.of("string");

  private static final String EVENTS =
      """
      {"specversion":"1.0","id":"n-1","source":"/billing","type":"payment.succeeded",\
      "time":"2026-11-27T10:00:00Z","subject":"netflix","subscriberid":"alice",\
      "data":{"paymentId":"n-1","amount":{"value":"12.99","currency":"EUR"}}}
      {"specversion":
      """;

  private static final String RESULTS =
      """
      {"line":1,"status":"accepted","id":"n-1","source":"/billing","receipt":"NDoxNw"}
      {"line":2,"status":"rejected","code":"json-malformed","pointer":"",\
      "detail":"The text is not well-formed JSON."}
      {"summary":{"accepted":1,"duplicate":0,"rejected":1,"unacknowledged":0},\
      "resumeFrom":null,"reason":null}
      """;

  @Override
  public void customise(OpenAPI openApi) {
    var schemas = ModelConverters.getInstance(true);
    schemas.readAll(ResultLine.class).forEach(openApi.getComponents()::addSchemas);
    schemas.readAll(LastLine.class).forEach(openApi.getComponents()::addSchemas);
    openApi.getComponents().addSchemas(LINE, line());
    Operation post = requireNonNull(openApi.getPaths().get(PATH), PATH).getPost();
    post.getRequestBody()
        .getContent()
        .addMediaType(NDJSON, lines("A line an event.", COMPONENTS + "Event", EVENTS));
    post.getResponses()
        .addApiResponse(
            "200",
            new ApiResponse()
                .description(
                    "A stream: a line for each that is not blank, in their order, and the summary."
                        + " Without the summary it was cut off.")
                .content(
                    new Content()
                        .addMediaType(
                            NDJSON, lines("A line a result.", COMPONENTS + LINE, RESULTS))));
  }

  private static Schema<?> line() {
    return new JsonSchema()
        .description("A line of the answer to a stream; the last one is the end.")
        .addOneOfItem(new JsonSchema().$ref(COMPONENTS + "StreamResult"))
        .addOneOfItem(new JsonSchema().$ref(COMPONENTS + "StreamEnd"));
  }

  private static MediaType lines(String description, String line, String example) {
    Schema<?> text =
        new JsonSchema()
            .types(TEXT)
            .description(description)
            .contentMediaType(NDJSON)
            .contentSchema(new JsonSchema().$ref(line));
    return new MediaType().schema(text).addExamples("lines", new Example().value(example));
  }
}
